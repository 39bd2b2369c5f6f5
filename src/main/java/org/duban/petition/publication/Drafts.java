package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.organisation.Units;
import org.duban.petition.Petition;
import org.duban.petition.PetitionerTraces;
import org.springframework.stereotype.Component;

/** Makes the text for the public from a letter and its answer, and knows what in a text is still to be hidden. */
@Component
class Drafts {

    private final PetitionerTraces petitioner;
    private final Units units;

    Drafts(PetitionerTraces petitioner, Units units) {
        this.petitioner = petitioner;
        this.units = units;
    }

    PublicText source(Petition petition) {
        var district = petition.letter().district();
        return PublicText.of(petition, district == null ? null : units.shortName(district));
    }

    /**
     * The text to begin with: parts whose original is as it was keep what was made of them last time, the others are
     * proposed anew.
     *
     * @param last null when there is none
     */
    PublicText text(Petition petition, PublicText source, Draft last) {
        List<String> known = known(petition, source);
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String original = source.get(part);
            boolean same = last != null
                    && original != null
                    && original.equals(last.source().get(part));
            boolean added = last != null && original == null && last.source().get(part) == null;
            parts.put(
                    part,
                    same || added ? last.text().get(part) : Masking.apply(original, Masking.propose(original, known)));
        }
        return new PublicText(parts);
    }

    /** What is proposed to be hidden in each part of the original. */
    Map<Part, List<Mask>> proposals(Petition petition, PublicText source) {
        List<String> known = known(petition, source);
        Map<Part, List<Mask>> proposals = new EnumMap<>(Part.class);
        source.parts().forEach((part, text) -> proposals.put(part, Masking.propose(text, known)));
        return proposals;
    }

    /** What in a text made for the public still looks like personal data and was not kept on purpose. */
    List<PersonalDataLeft.Left> left(Petition petition, PublicText text, Collection<String> kept) {
        List<String> known = known(petition, text);
        Set<String> looked = Set.copyOf(kept);
        List<PersonalDataLeft.Left> left = new ArrayList<>();
        for (Part part : Part.values()) {
            String words = text.get(part);
            Masking.propose(words, known).stream()
                    .map(mask -> new PersonalDataLeft.Left(part, mask.kind(), mask.original(words)))
                    .filter(one -> !looked.contains(one.words()))
                    .distinct()
                    .forEach(left::add);
        }
        return left;
    }

    private List<String> known(Petition petition, PublicText text) {
        return petitioner.in(petition.no(), text.parts().values());
    }
}
