/// libvirt's test driver (`test:///default`): it runs nothing, looks at no host, and its documents
/// say nothing but what was asked for.
///
/// It exists for the sake of programs that are tested against it; their expectations hold here too.
package org.domcaps.testdriver;
