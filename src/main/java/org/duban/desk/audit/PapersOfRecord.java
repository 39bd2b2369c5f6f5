package org.duban.desk.audit;

import org.duban.journal.PaperFiles;
import org.duban.notice.paper.Papers;
import org.springframework.stereotype.Component;

/** Gives the record's check the papers as they are kept now. */
@Component
class PapersOfRecord implements PaperFiles {

    private final Papers papers;

    PapersOfRecord(Papers papers) {
        this.papers = papers;
    }

    @Override
    public byte[] file(long paper) {
        return papers.file(paper).orElse(null);
    }
}
