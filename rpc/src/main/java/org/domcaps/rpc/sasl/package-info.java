/// Proving to a daemon who one is, through SASL (RFC 4422).
///
/// [Logins] finds user name and password in libvirt's `auth.conf`. [Mechanisms] chooses among what
/// the daemon offers, and what comes of it is a [javax.security.sasl.SaslClient]: the JDK's own for
/// PLAIN, CRAM-MD5, DIGEST-MD5, GSSAPI and EXTERNAL, and [ScramClient] for SCRAM, which the JDK
/// does not have. Where nobody else keeps a stream secret, a mechanism must: [SaslLink] then wraps
/// it.
package org.domcaps.rpc.sasl;
