package org.duban.journal.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks an export line by line: seals first, then chain after chain with entries, head and leaves, then the end. Holds
 * one chain at a time.
 */
public final class RecordCheck implements Consumer<String> {

    private static final int MOST_FINDINGS = 10_000;

    private final Signer signer;
    private final FileHashes files;
    private final SealCheck seals;
    private final List<Finding> findings = new ArrayList<>();
    private String chain;
    private ChainCheck check;
    private Leaf newest;
    private boolean whole;
    private boolean first = true;
    private boolean ended;
    private long entries;
    private long lines;

    public RecordCheck(KeyRing keys, FileHashes files) {
        this.signer = keys.signer();
        this.files = files;
        this.seals = new SealCheck(signer);
    }

    @Override
    public void accept(String text) {
        lines++;
        try {
            line(JsonReader.object(text));
        } catch (RuntimeException e) {
            add(List.of(new Finding(Finding.Kind.ALTERED, chain, lines, "export", "第 " + lines + " 行无法读取")));
        }
    }

    private void line(Map<String, Object> line) {
        switch (RecordLines.text(line, "type")) {
            case "record" -> whole = "all".equals(RecordLines.text(line, "scope"));
            case "seal" -> seals.seal(RecordLines.seal(line));
            case "entry" -> {
                Entry entry = RecordLines.entry(line);
                of(entry.chain()).entry(entry);
            }
            case "head" -> {
                Head head = RecordLines.head(line);
                of(head.chain()).head(head);
            }
            case "leaf" -> {
                Leaf leaf = RecordLines.leaf(line);
                of(leaf.chain()).leaf(leaf);
                seals.named(leaf.seal());
                newest = newest == null || leaf.seq() > newest.seq() ? leaf : newest;
            }
            case "path" ->
                seals.comparePath(RecordLines.leaf(line), RecordLines.number(line, "index"), RecordLines.path(line));
            case "end" -> {
                close();
                ended = RecordLines.number(line, "entries") == entries;
            }
            default -> throw new IllegalArgumentException("unknown line");
        }
    }

    private ChainCheck of(String name) {
        if (!name.equals(chain)) {
            close();
            chain = name;
            // A record of one case begins with it; what else it has was carried along.
            check = new ChainCheck(name, signer, files == null || first && !whole ? files : files.ofAnother());
            first = false;
        }
        return check;
    }

    private void close() {
        if (check != null) {
            add(check.finish());
            entries += check.entries();
            if (newest != null) {
                seals.leaf(newest);
            }
        }
        chain = null;
        check = null;
        newest = null;
    }

    /** What was found; ask once, after the last line. */
    public List<Finding> finish() {
        close();
        if (whole) {
            seals.compareRoot();
        }
        add(seals.finish());
        if (!ended) {
            add(List.of(new Finding(Finding.Kind.TRUNCATED, null, lines, "export", "导出文件不完整")));
        }
        return findings;
    }

    public long entries() {
        return entries;
    }

    private void add(List<Finding> more) {
        more.stream().limit(Math.max(0, MOST_FINDINGS - findings.size())).forEach(findings::add);
    }
}
