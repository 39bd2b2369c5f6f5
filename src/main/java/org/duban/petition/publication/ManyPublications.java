package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Petition;
import org.duban.petition.PetitionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/** Confirms or releases many letters in one go, each in a transaction of its own, so that one that fails spoils no other. */
@Service
public class ManyPublications {

    private static final Logger LOG = LoggerFactory.getLogger(ManyPublications.class);

    private final Publications publications;
    private final PetitionStore petitions;

    ManyPublications(Publications publications, PetitionStore petitions) {
        this.publications = publications;
        this.petitions = petitions;
    }

    /** What became of one of them. */
    public record Outcome(CaseNo no, String upstreamNo, boolean done, String message) {}

    public List<Outcome> confirm(List<CaseNo> letters, Actor by) {
        return each(letters, "已确认，等待另一人发布", no -> publications.confirmUntouched(no, by));
    }

    public List<Outcome> release(List<CaseNo> letters, Actor by) {
        return each(letters, "已公开", no -> publications.release(no, by));
    }

    public List<Outcome> sendBack(List<CaseNo> letters, String reason, Actor by) {
        return each(letters, "已退回修改", no -> publications.sendBack(no, reason, by));
    }

    /** In the order of their numbers, which is the order of the table. */
    private List<Outcome> each(List<CaseNo> letters, String said, Consumer<CaseNo> step) {
        List<Outcome> outcomes = new ArrayList<>();
        petitions.findAll(letters.stream().distinct().toList()).stream()
                .sorted(Comparator.comparing((Petition petition) ->
                                Objects.requireNonNullElse(petition.letter().upstreamNo(), ""))
                        .thenComparing(petition -> petition.no().value()))
                .forEach(petition -> outcomes.add(one(petition, said, step)));
        return outcomes;
    }

    private static Outcome one(Petition petition, String said, Consumer<CaseNo> step) {
        CaseNo no = petition.no();
        String upstream = petition.letter().upstreamNo();
        try {
            step.accept(no);
            return new Outcome(no, upstream, true, said);
        } catch (Refusal refusal) {
            return new Outcome(no, upstream, false, refusal.getMessage());
        } catch (ConcurrencyFailureException meanwhile) {
            return new Outcome(no, upstream, false, "刚刚被别人办理，请刷新后再看。");
        } catch (RuntimeException failed) {
            for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return new Outcome(no, upstream, false, refusal.getMessage());
                }
            }
            LOG.warn("Publication of {} failed", no, failed);
            return new Outcome(no, upstream, false, "系统没有办成，请刷新后再试；仍不成功时请告诉管理员。");
        }
    }
}
