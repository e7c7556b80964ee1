/// Connection URIs: what they say, and which way to a daemon they mean.
///
/// Text becomes a [ConnectUri], after [UriBook] has looked whether it is one of the user's aliases;
/// [Routes] fills in every default (sockets, ports, folders of certificates, the command line of
/// `ssh`) and gives a [Route]. All of this looks at the file system at most; connections are opened
/// elsewhere. What a URI asks for and this client does not do is a [UriException].
package org.domcaps.rpc.uri;
