package org.duban.notice.paper;

/** What a paper's file is. */
public final class PaperType {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private PaperType() {}
}
