package org.duban.launch;

import static org.duban.launch.DatabaseSettings.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.journal.offline.Algorithm;
import org.duban.journal.offline.KeyRing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keys that sign the record. An office names its key file; the sample city makes itself one, different on every
 * computer. There is no key that ships with the program.
 */
@Configuration(proxyBeanMethods = false)
class JournalKeys {

    private static final String HOW = "文件每行一个密钥，写作“编号:Base64”，第一行用于签名，其余只用于核验；例如 2026:$(openssl rand -base64 32)。";

    @Bean
    KeyRing keyRing(
            RunMode mode,
            @Value("${duban.journal.key-file:}") String file,
            @Value("${duban.journal.algorithm:HMAC-SHA-256}") String algorithm,
            @Value("${duban.folder}") Path folder) {
        Algorithm wanted = Algorithm.of(algorithm)
                .orElseThrow(() -> new StartRefused("设置 duban.journal.algorithm 的值“" + algorithm
                        + "”无法识别，可用 HMAC-SHA-256 或 HMAC-SM3。 / Unknown DUBAN_JOURNAL_ALGORITHM."));
        if (present(file)) {
            return read(Path.of(file), wanted);
        }
        if (mode == RunMode.OFFICE) {
            throw new StartRefused("缺少设置 duban.journal.key-file(环境变量 DUBAN_JOURNAL_KEY_FILE):正式运行须提供记录签名的密钥文件，" + HOW
                    + " / Set DUBAN_JOURNAL_KEY_FILE to the file with the keys that sign the record.");
        }
        return read(OwnKey.file(folder.toAbsolutePath().resolve("journal.key"), KeyRing.SHORTEST), wanted);
    }

    private static KeyRing read(Path file, Algorithm algorithm) {
        try {
            return KeyRing.of(Files.readAllLines(file), algorithm);
        } catch (IOException e) {
            throw new StartRefused("密钥文件 " + file + " 无法读取，请检查路径和权限。 / The journal's key file cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "密钥文件 " + file + " 有误(" + e.getMessage() + "):密钥至少 32 字节，编号不能重复。" + HOW
                            + " / The journal's key file is not valid.",
                    e);
        }
    }
}
