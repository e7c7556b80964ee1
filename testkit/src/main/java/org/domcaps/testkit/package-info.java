/// Test support: where the shared corpus lies ([Corpus]), and golden files ([Golden]).
package org.domcaps.testkit;
