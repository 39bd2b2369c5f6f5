package org.duban.launch;

import static org.duban.launch.DatabaseSettings.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.petition.IdentityKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keys that seal petitioners' identities. An office names its key file; the sample city makes itself one, different
 * on every computer. There is no key that ships with the program.
 */
@Configuration(proxyBeanMethods = false)
class IdentityKeyFile {

    private static final String HOW =
            "文件每行一个密钥，写作“编号:Base64”（32 字节），第一行用于加密，其余只用于解密；例如 2026:$(openssl rand -base64 32)。";

    @Bean
    IdentityKeys identityKeys(
            RunMode mode,
            @Value("${duban.petition.identity-key-file:}") String file,
            @Value("${duban.folder}") Path folder) {
        if (present(file)) {
            return read(Path.of(file));
        }
        if (mode == RunMode.OFFICE) {
            throw new StartRefused(
                    "缺少设置 duban.petition.identity-key-file（环境变量 DUBAN_PETITION_IDENTITY_KEY_FILE）：正式运行须提供信访人身份加密的密钥文件，"
                            + HOW
                            + " / Set DUBAN_PETITION_IDENTITY_KEY_FILE to the file with the keys that seal petitioners' identities.");
        }
        return read(OwnKey.file(folder.toAbsolutePath().resolve("identity.key"), IdentityKeys.LENGTH));
    }

    private static IdentityKeys read(Path file) {
        try {
            return IdentityKeys.of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new StartRefused("密钥文件 " + file + " 无法读取，请检查路径和权限。 / The key file of identities cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "密钥文件 " + file + " 有误（" + e.getMessage() + "）。" + HOW
                            + " / The key file of identities is not valid.",
                    e);
        }
    }
}
