package org.duban.launch;

import java.time.LocalDate;
import org.duban.kernel.UnitCode;
import org.duban.petition.Answer;
import org.duban.petition.Channel;
import org.duban.petition.Identity;
import org.duban.petition.NewLetter;
import org.duban.petition.PetitionNumber;

/** The order of the platform's letters, which day each came, and those among them with words of their own. */
final class SamplePlatform {

    static final int LETTERS = 1_587;
    private static final int DAYS = 365;

    private SamplePlatform() {}

    /** From a year ago to today, evenly. */
    static LocalDate received(int i, LocalDate today) {
        return today.minusDays(DAYS - (long) DAYS * i / LETTERS);
    }

    /** The first letter of the day. */
    static int place(SampleLetter own) {
        return ((DAYS - own.daysAgo()) * LETTERS + DAYS - 1) / DAYS;
    }

    static PetitionNumber number(int i, LocalDate today) {
        LocalDate received = received(i, today);
        String number = "PT%s%05d".formatted(received.toString().replace("-", ""), i);
        return PetitionNumber.read(number, null, Channel.PLATFORM, received);
    }

    static NewLetter own(SampleLetter own, NewLetter in, int i) {
        return new NewLetter(
                in.number(),
                in.channel(),
                null,
                null,
                null,
                null,
                in.receivedOn(),
                SampleLetterWords.name(own.district()),
                UnitCode.of(own.district()),
                own.town(),
                null,
                own.types(),
                null,
                own.body(),
                null,
                false,
                false,
                new Identity("样例信访人" + i, "1380000%04d".formatted(i), null, null, null),
                Answer.NONE,
                false);
    }
}
