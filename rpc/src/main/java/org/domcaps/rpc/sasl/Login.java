package org.domcaps.rpc.sasl;

import java.util.Objects;

/// A user name and its password.
public record Login(String user, String password) {

    /// Checks.
    public Login {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /// Leaves the password out.
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
