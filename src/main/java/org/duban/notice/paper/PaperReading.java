package org.duban.notice.paper;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Service;

/** Papers for the person of this thread: the addressee's, those who get a copy, and those who see every case. */
@Service
public class PaperReading {

    private final Papers papers;
    private final Access access;

    PaperReading(Papers papers, Access access) {
        this.papers = papers;
        this.access = access;
    }

    /** Empty when there is none of that number or it is none of the person's business, both alike. */
    public Optional<Paper> seen(long id) {
        return papers.byId(id).filter(this::mine);
    }

    private boolean mine(Paper paper) {
        Set<UnitCode> units = new HashSet<>(paper.copies());
        units.add(paper.addressee());
        return access.sees(units);
    }
}
