package org.duban.petition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/**
 * Says which of the petitioner's own particulars stand in texts that others read, so that they can be hidden there. It
 * gives away nothing that is not in those texts.
 */
@Component
public class PetitionerTraces {

    private static final int SHORTEST = 2;

    private final Identities identities;

    PetitionerTraces(Identities identities) {
        this.identities = identities;
    }

    public List<String> in(CaseNo no, Collection<String> texts) {
        return identities.open(no).map(identity -> found(identity, texts)).orElse(List.of());
    }

    private static List<String> found(Identity identity, Collection<String> texts) {
        List<String> found = new ArrayList<>();
        Stream.of(identity.name(), identity.phone(), identity.idNumber(), identity.address())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(own -> own.length() >= SHORTEST)
                .filter(own -> texts.stream().anyMatch(text -> text.contains(own)))
                .forEach(found::add);
        return found;
    }
}
