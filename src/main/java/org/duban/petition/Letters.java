package org.duban.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Makes a letter of what came in: the text masked, a title, the hash that tells one content from another. */
@Component
class Letters {

    private static final int TITLE = 40;
    private static final Pattern OPENING =
            Pattern.compile("^(?:(?:投诉人|举报人|信访人|群众|来电人|来信人|市民|当事人)?(?:来电|来信)?(?:反映|举报|投诉|称)(?:称)?[:：,，]?)");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>");
    private static final Pattern NO_WORDS = Pattern.compile("[\\s\\p{P}\\p{S}\\p{Cf}]+");

    private final TextMask mask;
    private final PetitionSettings settings;

    Letters(TextMask mask, PetitionSettings settings) {
        this.mask = mask;
        this.settings = settings;
    }

    Letter of(NewLetter row, Long batch) {
        String body = row.body().strip();
        if (body.length() > settings.longestBody()) {
            throw new Refusal("body", "内容有 " + body.length() + " 字，请缩短到 " + settings.longestBody() + " 字以内，全文作为附件留存。");
        }
        PetitionNumber number = row.number();
        return new Letter(
                number == null ? "" : number.scope(),
                number == null ? null : number.value(),
                contentSha256(row.body()),
                row.channel(),
                row.inspection(),
                row.handoverNo(),
                batch,
                row.receivedOn(),
                row.region(),
                row.district(),
                masked(row.place()),
                row.firm(),
                row.pollutionTypes(),
                row.problemType(),
                title(row),
                mask.mask(body),
                masked(row.referenceText()),
                row.starred(),
                false,
                petitioner(row));
    }

    private String masked(String text) {
        return text == null || text.isBlank() ? null : mask.mask(text.strip());
    }

    private static Petitioner petitioner(NewLetter row) {
        if (row.identity() != null && row.identity().named()) {
            return Petitioner.NAMED;
        }
        return row.anonymous() ? Petitioner.ANONYMOUS : Petitioner.UNKNOWN;
    }

    /** The first words of the letter, without the phrase every letter begins with. */
    String title(NewLetter row) {
        String plain = MARKUP.matcher(mask.mask(row.body()))
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
