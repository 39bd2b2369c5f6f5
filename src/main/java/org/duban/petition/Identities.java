package org.duban.petition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** Seals who wrote a letter, and its original words where the letter everybody reads hides some of them. */
@Component
class Identities {

    private final IdentityStore store;
    private final IdentityKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    Identities(IdentityStore store, IdentityKeys keys, ObjectMapper json, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    void seal(Petition petition, NewLetter row) {
        boolean hidden = !petition.letter().body().equals(row.body().strip());
        Identity given = row.identity();
        if (given == null && !hidden) {
            return;
        }
        Identity whole = new Identity(
                given == null ? null : given.name(),
                given == null ? null : given.phone(),
                given == null ? null : given.idNumber(),
                given == null ? null : given.address(),
                hidden ? row.body().strip() : null);
        if (whole.named() || hidden) {
            store.add(petition.no(), keys.seal(write(whole), label(petition.no())), clock.instant());
        }
    }

    /** The identity in the clear; empty when nothing came with the letter. */
    Optional<Identity> open(CaseNo no) {
        return store.find(no).map(found -> read(keys.open(found, label(no))));
    }

    /** Bound to its letter: a sealed identity moved to another letter does not open. */
    private static byte[] label(CaseNo no) {
        return no.value().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] write(Identity identity) {
        try {
            return json.writeValueAsBytes(identity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An identity could not be written");
        }
    }

    private Identity read(byte[] content) {
        try {
            return json.readValue(content, Identity.class);
        } catch (IOException e) {
            // The cause would carry the content into the log.
            throw new IllegalStateException("A sealed identity holds what no identity is");
        }
    }
}
