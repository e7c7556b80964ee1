/// Test support: where the shared corpus lies ([Corpus]), golden files ([Golden]), and real
/// programs to test against, in folders of their own ([LibvirtDaemon], [TestPki]).
package org.domcaps.testkit;
