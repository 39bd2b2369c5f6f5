package org.duban.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook, read row by row. Every exception of the parser means the same to a clerk: the file is damaged. */
final class XlsxFile implements TableFile {

    private final Path file;
    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;

    private XlsxFile(Path file, ReadableWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
        this.sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    static XlsxFile open(Path file, FileLimits limits) {
        ZipGuard.check(file, limits);
        try {
            boolean styled = surveyParts(file);
            return new XlsxFile(file, new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true)));
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw UnreadableFile.corrupt(e);
        }
    }

    /** Looks at the head of every XML part; answers whether the workbook has styles, without which dates are numbers. */
    private static boolean surveyParts(Path file) throws IOException, XMLStreamException {
        boolean styled = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
                ZipEntry entry = all.next();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        SheetSurvey.refuseDocumentType(part);
                    }
                }
                styled |= name.endsWith("/styles.xml");
            }
        }
        return styled;
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    @Override
    public void read(int index, RowVisitor visitor) {
        try {
            Merges merges = new Merges(survey(sheets.get(index)));
            try (Stream<Row> rows = sheets.get(index).openStream()) {
                visit(rows.iterator(), merges, visitor);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (UncheckedIOException | IOException | XMLStreamException e) {
            throw UnreadableFile.corrupt(e);
        }
    }

    private static void visit(Iterator<Row> rows, Merges merges, RowVisitor visitor) {
        int previous = 0;
        while (true) {
            SheetRow row;
            try {
                if (!rows.hasNext()) {
                    return;
                }
                Row next = rows.next();
                int number = next.getRowNum() > previous ? next.getRowNum() : previous + 1;
                row = new SheetRow(number, merges.fill(number - 1, cells(next)));
            } catch (RuntimeException e) {
                throw UnreadableFile.corrupt(e);
            }
            previous = row.number();
            if (!visitor.row(row)) {
                return;
            }
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(XlsxCells.of(row.getCell(i)));
        }
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        return last == cells.size() ? cells : new ArrayList<>(cells.subList(0, last));
    }

    private List<Merges.Range> survey(Sheet sheet) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream part = SheetParts.of(zip).open(sheet.getId())) {
            return SheetSurvey.merges(part);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
