package org.duban.petition.repeat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.Channel;
import org.duban.petition.Petition;
import org.duban.petition.PetitionEvent;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.store.MentionStore;
import org.duban.petition.repeat.store.PairStore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks at every letter when it is registered, and at every answer when it is passed: which earlier letters are like it,
 * which it names, and whether an earlier one has been waiting for it.
 */
@Component
class Spotting {

    private static final int SURE = 90;
    private static final String INSPECTION_NUMBERS = "督察编号";

    private final PetitionStore petitions;
    private final Lookout lookout;
    private final PairStore pairs;
    private final MentionStore mentions;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Spotting(
            PetitionStore petitions,
            Lookout lookout,
            PairStore pairs,
            MentionStore mentions,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.petitions = petitions;
        this.lookout = lookout;
        this.pairs = pairs;
        this.mentions = mentions;
        this.listeners = listeners;
        this.clock = clock;
    }

    @EventListener
    void happened(PetitionEvent event) {
        if (event.fact() == PetitionFact.REGISTERED) {
            registered(petitions.find(event.no()).orElseThrow());
        } else if (event.fact() == PetitionFact.REVIEW_PASSED) {
            Petition petition = petitions.find(event.no()).orElseThrow();
            read(
                    petition,
                    Lookout.sight(petition),
                    petition.answer().findings(),
                    petition.answer().handling());
        }
    }

    private void registered(Petition petition) {
        Sight sight = Lookout.sight(petition);
        lookout.remember(sight);
        lookout.alike(sight)
                .forEach(found ->
                        pairs.propose(Pair.proposed(sight.no(), found.no(), found.likeness(), clock.instant())));
        read(
                petition,
                sight,
                petition.letter().body(),
                petition.letter().referenceText(),
                petition.answer().findings(),
                petition.answer().handling());
        whatWaited(petition);
    }

    private void read(Petition petition, Sight sight, String... texts) {
        Integer own = mentions.batchOf(petition.no()).orElse(null);
        Set<String> met = new LinkedHashSet<>();
        for (String text : texts) {
            for (Mention mention : Mentions.in(text)) {
                boolean itself = mention.batch() != null && mention.batch().equals(own)
                        || mention.number() != null
                                && (mention.number().equals(petition.letter().upstreamNo())
                                        || mention.number().equals(petition.no().value()));
                if (!itself && met.add(mention.key())) {
                    mentions.add(petition.no(), petition.letter().inspection(), mention, clock.instant());
                    resolve(petition, sight, petition.letter().inspection(), mention);
                }
            }
        }
    }

    /** Earlier letters may have named this one, or its batch, before it came. */
    private void whatWaited(Petition petition) {
        List<String> numbers = new ArrayList<>(List.of(petition.no().value()));
        if (petition.letter().upstreamNo() != null) {
            numbers.add(petition.letter().upstreamNo());
        }
        Integer batch = mentions.batchOf(petition.no()).orElse(null);
        for (MentionStore.Waiting waiting :
                mentions.waitingFor(numbers, petition.letter().inspection(), batch)) {
            petitions
                    .find(waiting.no())
                    .ifPresent(earlier ->
                            resolve(earlier, Lookout.sight(earlier), waiting.inspection(), waiting.mention()));
        }
    }

    private void resolve(Petition petition, Sight sight, String inspection, Mention mention) {
        CaseNo other = null;
        Likeness likeness = null;
        if (mention.number() != null) {
            other = mentions.letter(mention.number(), scopes(petition))
                    .filter(no -> !no.equals(petition.no()))
                    .orElse(null);
            likeness = other == null ? null : lookout.compare(petition.no(), other);
        } else if (inspection != null) {
            Lookout.Found found = lookout.only(sight, inspection, mention.batch());
            other = found == null ? null : found.no();
            likeness = found == null ? null : found.likeness();
        }
        if (other != null) {
            Instant now = clock.instant();
            mentions.resolve(petition.no(), mention, other, now);
            pairs.propose(Pair.proposed(petition.no(), other, named(mention, likeness), now));
            listeners.publishEvent(new RepeatFact(
                    petition.no(),
                    RepeatFact.Kind.MENTION_RESOLVED,
                    now,
                    Actor.system(),
                    Map.of("target", mention.key(), "petition", other.value())));
        }
    }

    private static Likeness named(Mention mention, Likeness likeness) {
        List<String> reasons = new ArrayList<>();
        reasons.add((mention.partly() ? "写明部分重复：“" : "写明重复：“") + mention.phrase() + "”");
        reasons.addAll(likeness.reasons());
        return new Likeness(Math.max(SURE, likeness.score()), likeness.similarity(), reasons);
    }

    private static List<String> scopes(Petition petition) {
        Set<String> scopes = new LinkedHashSet<>(
                List.of(INSPECTION_NUMBERS, petition.letter().scope()));
        if (petition.letter().inspection() != null) {
            scopes.add(petition.letter().inspection());
        }
        Arrays.stream(Channel.values()).map(Channel::label).forEach(scopes::add);
        return List.copyOf(scopes);
    }
}
