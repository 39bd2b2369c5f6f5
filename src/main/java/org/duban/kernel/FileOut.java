package org.duban.kernel;

/**
 * What is known of a file that leaves for a browser, for whoever records it: put as an attribute of the request under
 * {@link #ATTRIBUTE} by whoever sends the file.
 *
 * @param what it is, in the office's words
 * @param caseNo the case it belongs to, or null
 * @param name of the file
 * @param sha256 of its bytes where they are kept by their hash, or null
 */
public record FileOut(String what, CaseNo caseNo, String name, String sha256) {

    public static final String ATTRIBUTE = FileOut.class.getName();
}
