package org.duban.notice.paper;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duban.notice.paper.store.TemplateStore;
import org.duban.notice.paper.store.TemplateStore.New;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Word templates. The office's newest is in force; before it has one of its own, the one that came with the software.
 * No version is ever replaced, because papers were made from it.
 */
@Service
public class Templates {

    private final TemplateStore store;
    private final Clock clock;

    Templates(TemplateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The version that papers are made from now. */
    @Transactional
    public Template inForce(PaperKind kind) {
        Optional<Template> newest = store.newest(kind);
        if (newest.isPresent() && !newest.get().shipped()) {
            return newest.get();
        }
        byte[] shipped = shipped(kind);
        String sha256 = Hashes.sha256(shipped);
        if (newest.isEmpty() || !newest.get().sha256().equals(sha256)) {
            int version = newest.map(Template::version).orElse(0) + 1;
            store.add(new New(kind, version, kind.label() + ".docx", sha256, shipped, "随系统提供", null, clock.instant()));
        }
        return store.newest(kind).orElseThrow();
    }

    /** All versions, the newest first; what came with the software is among them. */
    @Transactional
    public List<Template> versions(PaperKind kind) {
        inForce(kind);
        return store.versions(kind);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> file(PaperKind kind, int version) {
        return store.content(kind, version);
    }

    private static byte[] shipped(PaperKind kind) {
        String path = "papers/" + kind.name().toLowerCase(Locale.ROOT) + ".docx";
        try (InputStream in = new ClassPathResource(path).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("no template " + path, e);
        }
    }
}
