package org.duban.petition.publication;

import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of publishing, one method each, each locking the letter. Who may, the page decides; that two persons
 * look at it is decided here.
 */
@Service
@Transactional
public class Publications {

    private final Confirming confirming;
    private final Releasing releasing;

    Publications(Confirming confirming, Releasing releasing) {
        this.confirming = confirming;
        this.releasing = releasing;
    }

    /** @param version of the draft the text was made from; 0 for none */
    public void save(CaseNo no, PublicText text, String reason, int version) {
        confirming.save(no, text, reason, version);
    }

    /**
     * The first person vouches for a text.
     *
     * @param reason what the public is told; needed for a correction and for what was withdrawn before
     * @param kept words that look like personal data and were looked at one by one
     * @throws PersonalDataLeft when there are others
     */
    public Draft confirm(CaseNo no, PublicText text, String reason, Set<String> kept, int version, Actor by) {
        return confirming.confirm(no, text, reason, kept, version, by);
    }

    /** The same for a letter in which nothing is proposed to be hidden and nothing was changed. */
    public void confirmUntouched(CaseNo no, Actor by) {
        confirming.confirmUntouched(no, by);
    }

    /** The second person lets it go. */
    public Version release(CaseNo no, Actor by) {
        return releasing.release(no, by);
    }

    /** The second person does not. */
    public void sendBack(CaseNo no, String reason, Actor by) {
        releasing.sendBack(no, reason, by);
    }

    public Version withdraw(CaseNo no, String reason, Actor by) {
        return releasing.withdraw(no, reason, by);
    }

    public void lay(long batch, TableLayout layout) {
        releasing.lay(batch, layout);
    }
}
