/** Letters about the same matter: found by what is rare in both, joined, answered together, split again; and look-backs. */
@org.springframework.modulith.NamedInterface("repeat")
package org.duban.petition.repeat;
