package org.duban.desk.audit;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.desk.audit.ServiceSheets.Sheet;
import org.duban.desk.audit.StepView.DocumentLine;
import org.duban.evidence.EvidenceService;
import org.duban.notice.paper.Papers;
import org.duban.replay.Moment;
import org.duban.replay.Replay;
import org.duban.replay.Replay.Film;
import org.springframework.stereotype.Component;

/**
 * Gathers what a dossier holds, and says where each file lies in it: under its hash, as the stand-alone verifier looks for
 * it, and with the ending a computer opens it by.
 */
@Component
class Volumes {

    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg",
            ".jpg",
            "image/png",
            ".png",
            "image/webp",
            ".webp",
            "image/heic",
            ".heic",
            "application/pdf",
            ".pdf");

    private final Replay replay;
    private final StepViews views;
    private final EvidenceService evidence;
    private final Papers papers;

    Volumes(Replay replay, StepViews views, EvidenceService evidence, Papers papers) {
        this.replay = replay;
        this.views = views;
        this.evidence = evidence;
        this.papers = papers;
    }

    Volume of(Dossier.Taken taken) {
        Film film = replay.film(taken.no().value(), List::size).orElseThrow();
        StepView view = views.view(film.shown());
        List<Moment.Proof> files = new ArrayList<>(kept(film));
        List<Volume.Paper> documents = new ArrayList<>(papers(taken, taken.no().value(), view));
        List<Volume.Carried> cards = new ArrayList<>();
        for (String card : taken.cards()) {
            replay.film(card, List::size).ifPresent(one -> {
                StepView told = views.view(one.shown());
                files.addAll(kept(one));
                documents.addAll(papers(taken, card, told));
                cards.add(new Volume.Carried(card, told.state(), one.overview().steps()));
            });
        }
        return new Volume(taken.no().value(), film, view, cards, files, documents);
    }

    private static List<Moment.Proof> kept(Film film) {
        return film.shown().state().files().stream()
                .filter(file -> !"removed".equals(file.state()))
                .toList();
    }

    private List<Volume.Paper> papers(Dossier.Taken taken, String caseNo, StepView view) {
        return view.state().documents().stream()
                .map(line -> {
                    Sheet sheet = taken.sheets().get(line.id());
                    return new Volume.Paper(
                            caseNo,
                            line,
                            content(line) == null ? null : "papers/" + line.sha256() + ".docx",
                            sheet == null ? null : path(sheet));
                })
                .toList();
    }

    /** The Word file; empty where it is gone. */
    byte[] content(Volume.Paper paper) {
        return Objects.requireNonNullElse(content(paper.line()), new byte[0]);
    }

    private byte[] content(DocumentLine line) {
        return papers.file(Long.parseLong(line.id())).orElse(null);
    }

    static String path(Sheet sheet) {
        return "papers/" + sheet.sha256() + ".html";
    }

    /** Null where it is no longer kept. */
    String path(Moment.Proof file) {
        return Files.isRegularFile(evidence.place(file.sha256()))
                ? "files/" + file.sha256() + ENDINGS.getOrDefault(String.valueOf(file.mediaType()), "")
                : null;
    }
}
