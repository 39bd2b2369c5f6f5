package org.duban.desk.audit;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.desk.audit.StepView.DocumentLine;
import org.duban.desk.audit.StepView.ServedLine;
import org.duban.replay.FactWords;
import org.duban.replay.Moment;
import org.springframework.stereotype.Component;

/** Numbered documents and how they were served, in words. */
@Component
class DocumentViews {

    private static final String SIGNED_FOR = "notice.signedFor";

    private final ReplayWords words;

    DocumentViews(ReplayWords words) {
        this.words = words;
    }

    DocumentLine view(Moment.Document document) {
        return new DocumentLine(
                document.id(),
                document.kind(),
                document.number(),
                document.title(),
                document.sha256(),
                words.unit(document.unit()),
                document.at(),
                document.by(),
                document.served().stream().map(this::served).toList(),
                document.withdrawn());
    }

    private ServedLine served(Moment.Served served) {
        String how = Stream.of(served.channel(), served.sentTo(), served.result())
                .filter(Objects::nonNull)
                .filter(said -> !said.isBlank())
                .collect(Collectors.joining("，"));
        String forWhom = words.person(served.onBehalfOf());
        return new ServedLine(
                served.at(),
                FactWords.of(served.what()),
                words.unit(served.unit()) + (served.copy() ? "（抄送）" : ""),
                how,
                served.by() + (forWhom == null || forWhom.isEmpty() ? "" : "（代 " + forWhom + "）"),
                SIGNED_FOR.equals(served.what()));
    }
}
