package org.duban.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key the sample city makes for itself, once, readable by its owner only. */
final class OwnKey {

    private OwnKey() {}

    /** The file with the key, made when there is none. */
    static Path file(Path file, int bytes) {
        if (Files.exists(file)) {
            return file;
        }
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "sample", ".key");
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            String line = "sample:" + Base64.getEncoder().encodeToString(key) + "\n";
            Files.writeString(fresh, line, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(fresh, file);
            return file;
        } catch (IOException e) {
            throw new StartRefused("密钥文件 " + file + " 无法写入，请检查目录权限。 / A key file cannot be written.", e);
        }
    }
}
