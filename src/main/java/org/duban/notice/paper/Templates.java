package org.duban.notice.paper;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
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

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

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

    /**
     * Puts the office's own template into force, after looking whether papers can be made from it.
     *
     * @param basedOn the version the person had before the eyes, so that nobody overrides another's change unseen
     * @throws TemplateFaults when it cannot be used
     */
    @Transactional
    public Template publish(PaperKind kind, int basedOn, String fileName, byte[] docx, String reason, Actor by) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Refusal("reason", "请填写修改原因，控制在 " + LONGEST_REASON + " 字以内。");
        }
        TemplateCheck.check(kind, fileName, docx);
        Template newest = inForce(kind);
        String sha256 = Hashes.sha256(docx);
        if (newest.sha256().equals(sha256)) {
            throw new Refusal("file", "这份文件和现行模板完全一样，没有需要启用的修改。");
        }
        boolean added = newest.version() == basedOn
                && store.add(
                        new New(kind, basedOn + 1, name(fileName), sha256, docx, reason.strip(), by, clock.instant()));
        if (!added) {
            throw new Refusal("file", "别人刚刚启用了新的一版，请刷新页面，在新版的基础上修改。");
        }
        return store.newest(kind).orElseThrow();
    }

    /** What a template of the kind may show, as it is written in Word. */
    public static List<String> allowed(PaperKind kind) {
        return TemplateCheck.allowed(kind);
    }

    private static String name(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
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
