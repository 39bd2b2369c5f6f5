package org.duban.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Makes a letter of what came in: the text masked, a title, the hash that tells one content from another. */
@Component
class LetterMaking {

    private static final int TITLE = 40;
    private static final Pattern OPENING =
            Pattern.compile("^(?:(?:投诉人|举报人|信访人|群众|来电人|来信人|市民|当事人)?(?:来电|来信)?(?:反映|举报(?!人)|投诉(?!人)|称)(?:称)?[:：,，]?)");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>");
    private static final Pattern NO_WORDS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");

    private final TextMask mask;
    private final IdentityKeys keys;
    private final PetitionSettings settings;

    LetterMaking(TextMask mask, IdentityKeys keys, PetitionSettings settings) {
        this.mask = mask;
        this.keys = keys;
        this.settings = settings;
    }

    Letter of(NewLetter row, Long batch) {
        if (row.body() == null || row.body().isBlank()) {
            throw new Refusal("body", "交办问题基本情况是空的，请补上信访件的内容。");
        }
        String body = row.body().strip();
        if (body.length() > settings.longestBody()) {
            throw new Refusal("body", "内容有 " + body.length() + " 字，请缩短到 " + settings.longestBody() + " 字以内，全文作为附件留存。");
        }
        PetitionNumber number = row.number();
        return new Letter(
                key(row).scope(),
                key(row).number(),
                number == null ? null : number.value(),
                contentSha256(row.body()),
                row.channel(),
                row.inspection(),
                row.handoverNo(),
                batch,
                row.receivedOn(),
                row.region(),
                row.district(),
                masked(row.place(), row),
                row.firm(),
                row.pollutionTypes(),
                row.problemType(),
                title(row),
                mask.mask(body, writers(row)),
                masked(row.referenceText(), row),
                row.starred(),
                false,
                petitioner(row));
    }

    private String masked(String text, NewLetter row) {
        return text == null || text.isBlank() ? null : mask.mask(text.strip(), writers(row));
    }

    private static List<String> writers(NewLetter row) {
        String name = row.identity() == null ? null : row.identity().name();
        return name == null || name.isBlank() ? List.of() : List.of(name.strip());
    }

    private static Petitioner petitioner(NewLetter row) {
        if (row.identity() != null && row.identity().named()) {
            return Petitioner.NAMED;
        }
        return row.anonymous() ? Petitioner.ANONYMOUS : Petitioner.UNKNOWN;
    }

    /** What the letter is known by: its number, or what it says, when and by whom. */
    PetitionStore.Key key(NewLetter row) {
        if (row.number() != null) {
            return new PetitionStore.Key(row.number().scope(), row.number().value());
        }
        String who = row.identity() == null
                ? ""
                : row.identity().name() + row.identity().phone();
        String whole = contentSha256(row.body()) + row.receivedOn() + who;
        String from = row.inspection() == null ? row.channel().label() : row.inspection();
        return new PetitionStore.Key("无编号·" + from, keys.fingerprint(whole.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The refusal when a number stands for other words already; null when it stands for the same. Only a letter with a
     * number can meet other words: without one the words are what it is known by.
     */
    NumberTaken taken(NewLetter row, PetitionStore.Known there) {
        return there.contentSha256().equals(contentSha256(row.body()))
                ? null
                : new NumberTaken(key(row).number(), there.no(), there.title(), title(row));
    }

    /** The first words of the letter, without the phrase every letter begins with. */
    String title(NewLetter row) {
        String plain = MARKUP.matcher(mask.nameless(row.body(), writers(row)))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        String words = OPENING.matcher(plain).replaceFirst("").strip();
        String title = words.isEmpty() ? plain : words;
        if (title.isEmpty()) {
            title = Objects.requireNonNullElse(row.region(), "信访件");
        }
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…";
    }

    /** Width, blanks and punctuation are no difference. */
    String contentSha256(String body) {
        String words = NO_WORDS.matcher(Normalizer.normalize(body, Normalizer.Form.NFKC))
                .replaceAll("");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
