package org.domcaps.driver;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.error.ErrorCode;

import java.util.Objects;
import java.util.Set;

/// The checks of arguments that libvirt's smaller drivers have in common, with its codes and words.
///
/// @param domain whose errors they are
public record ArgumentCheck(ErrorDomain domain) {

    /// Checks that the domain is given.
    public ArgumentCheck {
        Objects.requireNonNull(domain, "domain");
    }

    /// An argument that is refused.
    public DriverException invalid(String detail) {
        return new DriverException(ErrorCode.INVALID_ARGUMENT, domain, detail);
    }

    /// Refuses every flag.
    ///
    /// @param function the name of libvirt's own function, which its message ends with
    /// @throws UnsupportedFlagsException if there are flags
    public void refuseFlags(Request request, String function) {
        UnsupportedFlagsException.check(request.flags(), Set.of(), domain, function);
    }

    /// The virt type that is asked for; `otherwise` if none is.
    ///
    /// @throws DriverException if libvirt knows no such name
    public VirtType virtType(Request request, VirtType otherwise) {
        if (request.virtType().isEmpty()) {
            return otherwise;
        }
        String name = request.virtType().get();
        return VirtType.find(name).orElseThrow(() -> unknownVirtType(name));
    }

    /// The only virt type that a driver serves.
    ///
    /// @throws DriverException if another one is asked for, whether libvirt knows it or not
    public void requireVirtType(Request request, VirtType only) {
        if (virtType(request, only) != only) {
            throw unknownVirtType(request.virtType().orElseThrow());
        }
    }

    private DriverException unknownVirtType(String name) {
        return invalid("unknown virttype: " + name);
    }

    /// The architecture that is asked for; `otherwise` if none is.
    ///
    /// @throws DriverException if libvirt knows no such name
    public Arch arch(Request request, Arch otherwise) {
        if (request.arch().isEmpty()) {
            return otherwise;
        }
        String name = request.arch().get();
        return Arch.find(name).orElseThrow(() -> invalid("unknown architecture: " + name));
    }
}
