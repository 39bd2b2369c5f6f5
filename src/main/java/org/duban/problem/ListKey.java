package org.duban.problem;

/** What makes a row of a list the same row when it comes again: source, region and serial. */
public record ListKey(String source, String region, String serial) {

    public ListKey {
        region = region == null ? "" : region;
    }
}
