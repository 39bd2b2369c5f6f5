package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.petition.Petition;
import org.springframework.stereotype.Component;

/** A letter and its text for the public side by side, as a person who prepares or releases it reads them. */
@Component
public class DraftReader {

    private final Drafts drafts;
    private final PublicationStore store;
    private final WithholdingStore withholdings;

    DraftReader(Drafts drafts, PublicationStore store, WithholdingStore withholdings) {
        this.drafts = drafts;
        this.store = store;
        this.withholdings = withholdings;
    }

    /** Where a letter stands on its way to the public. */
    public enum Stage {
        TO_CONFIRM("待确认"),
        TO_RELEASE("待发布"),
        TO_WITHHOLD("不予公开待确认"),
        SHOWN("已公开"),
        WITHDRAWN("已撤回"),
        WITHHELD("不予公开"),
        NOT_READY("办理中");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Stages letters rarely are in; no tab is shown for them while there are none. */
        public boolean rare() {
            return this == TO_WITHHOLD || this == WITHDRAWN || this == WITHHELD;
        }
    }

    /** A stretch of an original; {@code mask} is null where nothing is proposed. */
    public record Segment(String words, Mask mask) {

        /** Whether the proposal is more than likely. */
        public boolean sure() {
            return mask != null && mask.confidence() >= 0.85;
        }
    }

    /** One part: the original with its proposals, and the text made of it. */
    public record PartReading(Part part, List<Segment> original, String text) {

        public boolean empty() {
            return original.isEmpty() && text == null;
        }
    }

    /**
     * One letter.
     *
     * @param draft null while nothing was saved
     * @param change what the next release would be
     * @param versions what the public has seen so far, the oldest first
     * @param withholding the decision not to publish that stands, asked for or made; null when there is none
     * @param withholdings those that were rejected or lifted, too
     */
    public record Reading(
            Petition petition,
            Draft draft,
            Stage stage,
            Change change,
            List<PartReading> parts,
            int proposals,
            String kinds,
            List<Version> versions,
            Withholding withholding,
            List<Withholding> withholdings) {

        /** What the form carries to notice that somebody else saved meanwhile. */
        public int version() {
            return draft == null ? 0 : draft.version();
        }

        /** Whether it may be confirmed without being opened. */
        public boolean untouched() {
            return stage == Stage.TO_CONFIRM && proposals == 0 && (draft == null || draft.step() != Draft.Step.DRAFT);
        }

        /** Why it is to be confirmed once more; null when it is the first time. */
        public String again() {
            if (stage != Stage.TO_CONFIRM || draft == null) {
                return null;
            }
            if (draft.step() == Draft.Step.DRAFT) {
                return draft.note() == null ? "有未确认的草稿" : "复核退回：" + draft.note();
            }
            return "办理情况有变化";
        }
    }

    public Reading read(Petition petition, Draft draft) {
        List<Withholding> decisions = withholdings.all(petition.no());
        Withholding standing = decisions.stream()
                .filter(one -> one.ended() == null)
                .findFirst()
                .orElse(null);
        PublicText source = drafts.source(petition);
        Map<Part, List<Mask>> proposals = drafts.proposals(petition, source);
        boolean inHand = draft != null && draft.step() != Draft.Step.RELEASED && draft.upToDate(petition);
        PublicText text = inHand ? draft.text() : drafts.text(petition, source, draft);
        List<PartReading> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.add(new PartReading(
                    part, segments(source.get(part), proposals.getOrDefault(part, List.of())), text.get(part)));
        }
        Map<MaskKind, Integer> kinds = new EnumMap<>(MaskKind.class);
        proposals.values().forEach(masks -> masks.forEach(mask -> kinds.merge(mask.kind(), 1, Integer::sum)));
        return new Reading(
                petition,
                draft,
                stage(petition, draft, standing),
                Confirming.change(petition, draft),
                parts,
                kinds.values().stream().mapToInt(Integer::intValue).sum(),
                kinds.entrySet().stream()
                        .map(kind -> kind.getKey().label() + " " + kind.getValue())
                        .collect(Collectors.joining("、")),
                draft == null || draft.versions() == 0 ? List.of() : store.versions(petition.no()),
                standing,
                decisions);
    }

    /** @param standing the decision not to publish that stands; null when there is none */
    public static Stage stage(Petition petition, Draft draft, Withholding standing) {
        if (standing != null) {
            return standing.decided() ? Stage.WITHHELD : Stage.TO_WITHHOLD;
        }
        boolean ready = Draft.basis(petition) != null;
        if (draft == null) {
            return ready ? Stage.TO_CONFIRM : Stage.NOT_READY;
        }
        if (ready && (draft.step() == Draft.Step.DRAFT || !draft.upToDate(petition))) {
            return draft.live() == Live.WITHDRAWN && draft.step() == Draft.Step.RELEASED
                    ? Stage.WITHDRAWN
                    : Stage.TO_CONFIRM;
        }
        if (ready && draft.step() == Draft.Step.CONFIRMED) {
            return Stage.TO_RELEASE;
        }
        return switch (draft.live()) {
            case SHOWN -> Stage.SHOWN;
            case WITHDRAWN -> Stage.WITHDRAWN;
            case NONE -> Stage.NOT_READY;
        };
    }

    private static List<Segment> segments(String text, List<Mask> masks) {
        List<Segment> segments = new ArrayList<>();
        if (text == null) {
            return segments;
        }
        int at = 0;
        for (Mask mask : masks) {
            if (mask.start() > at) {
                segments.add(new Segment(text.substring(at, mask.start()), null));
            }
            segments.add(new Segment(mask.original(text), mask));
            at = mask.end();
        }
        if (at < text.length()) {
            segments.add(new Segment(text.substring(at), null));
        }
        return segments;
    }
}
