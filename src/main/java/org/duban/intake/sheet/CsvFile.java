package org.duban.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text table: comma, semicolon or tab, quotes with line breaks inside, any encoding Chinese offices use. */
final class CsvFile implements TableFile {

    private static final int MAX_FIELD = 1 << 20;
    private static final char[] SEPARATORS = {',', '\t', ';'};
    private static final int ENOUGH = 2;

    private final Path file;
    private final Charset charset;
    private final char separator;

    private CsvFile(Path file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvFile open(Path file) {
        try {
            Charset charset = TextEncoding.of(file);
            return new CsvFile(file, charset, separator(file, charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public void read(int sheet, RowVisitor visitor) {
        int number = 0;
        boolean lastSpansLines = false;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .ignoreDifferentFieldCount(true)
                .acceptCharsAfterQuotes(true)
                .maxBufferSize(MAX_FIELD)
                .ofCsvRecord(reader(file, charset))) {
            for (CsvRecord csv : records) {
                number++;
                SheetRow row = new SheetRow(
                        number, csv.getFields().stream().map(Cell::of).toList());
                lastSpansLines = csv.getFields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
                if (!visitor.row(row)) {
                    return;
                }
            }
            if (lastSpansLines && oddQuotes()) {
                throw unbalanced(number, null);
            }
        } catch (CsvParseException e) {
            throw unbalanced(number + 1, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quote that is never closed swallows the rest of the file into one cell. */
    private boolean oddQuotes() throws IOException {
        boolean odd = false;
        try (Reader reader = reader(file, charset)) {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                odd ^= character == '"';
            }
        }
        return odd;
    }

    private static UnreadableFile unbalanced(int row, Exception cause) {
        return new UnreadableFile("第 " + row + " 行起读不下去：多半是引号没有成对。请检查这一行的英文双引号，改好后再上传。", cause);
    }

    @Override
    public void close() {
        // Each pass opens and closes the file itself.
    }

    /**
     * The separator that occurs most often in the first line that looks like headings; cells below may be full of others.
     */
    private static char separator(Path file, Charset charset) throws IOException {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        try (Reader reader = reader(file, charset)) {
            char[] head = new char[16_384];
            int length = reader.read(head);
            for (int i = 0; i < length; i++) {
                quoted ^= head[i] == '"';
                if (head[i] == '\n' && !quoted && counts[most(counts)] >= ENOUGH) {
                    break;
                }
                for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                    counts[s] += head[i] == SEPARATORS[s] ? 1 : 0;
                }
            }
        }
        return SEPARATORS[most(counts)];
    }

    private static int most(int[] counts) {
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return best;
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
