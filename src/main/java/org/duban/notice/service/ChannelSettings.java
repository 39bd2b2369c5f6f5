package org.duban.notice.service;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.notice.service.store.ChannelStore;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where units take papers besides their inbox. Looks at no rights: its page is for administrators. */
@Service
public class ChannelSettings {

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 300;

    private final ChannelStore store;
    private final WebhookAddress addresses;
    private final Units units;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    ChannelSettings(ChannelStore store, WebhookAddress addresses, Units units, Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.units = units;
        this.clock = clock;
    }

    public List<UnitChannels> all() {
        return store.all();
    }

    /**
     * Saves a unit's channels; empty means none. Gives the new secret when there is a webhook at a new address: it is told
     * once, to be entered in the unit's own system.
     */
    @Transactional
    public Optional<String> save(UnitCode unit, String mail, String webhook, Actor by) {
        units.require(unit);
        String address = mail(mail);
        String hook = webhook(webhook);
        UnitChannels before = store.of(unit).orElse(UnitChannels.none(unit));
        boolean fresh = hook != null && !Objects.equals(hook, before.webhook());
        String secret = fresh ? secret() : hook == null ? null : before.secret();
        store.save(new UnitChannels(unit, address, hook, secret, clock.instant(), by.username()));
        return fresh ? Optional.of(secret) : Optional.empty();
    }

    private String mail(String given) {
        String mail = stripped(given);
        if (mail == null) {
            return null;
        }
        try {
            InternetAddress address = new InternetAddress(mail, true);
            if (mail.length() > LONGEST || !mail.equals(address.getAddress()) || mail.indexOf('@') < 1) {
                throw new AddressException("not a bare address");
            }
            return mail;
        } catch (AddressException e) {
            throw new Refusal("mail", "电子邮箱“" + mail + "”格式不对，请填写一个地址，例如 hb@example.gov.cn。");
        }
    }

    private String webhook(String given) {
        String webhook = stripped(given);
        if (webhook == null) {
            return null;
        }
        if (webhook.length() > LONGEST) {
            throw new Refusal("webhook", "接口地址过长，请控制在 " + LONGEST + " 个字符以内。");
        }
        addresses.reachable(addresses.checked(webhook));
        return webhook;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String stripped(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
