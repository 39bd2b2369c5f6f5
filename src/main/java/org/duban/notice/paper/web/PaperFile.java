package org.duban.notice.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.kernel.FileOut;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperReading;
import org.duban.notice.paper.Papers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The Word file of a paper, for those it concerns; to others there is no such paper. */
@Controller
class PaperFile {

    private final PaperReading reading;
    private final Papers papers;

    PaperFile(PaperReading reading, Papers papers) {
        this.reading = reading;
        this.papers = papers;
    }

    @GetMapping("/desk/papers/{id:\\d{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable long id, HttpServletRequest request) {
        Paper paper = reading.seen(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        request.setAttribute(FileOut.ATTRIBUTE, new FileOut("文书", paper.caseNo(), paper.fileName(), paper.sha256()));
        return WordDownload.of(paper.fileName(), papers.file(id).orElseThrow());
    }
}
