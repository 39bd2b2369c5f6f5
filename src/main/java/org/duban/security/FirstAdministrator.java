package org.duban.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.RunMode;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Personnel;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Lets an office that has nobody yet make its first administrator, once, with a token that only the log knows. Works only
 * until the first person exists, and never in the sample city.
 */
@Service
public class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final UnitCode OFFICE = UnitCode.of("office");

    private final RunMode mode;
    private final BooleanSupplier nobodyYet;
    private final People people;
    private final Personnel personnel;
    private final Clock clock;
    private final String token;

    @Autowired
    FirstAdministrator(RunMode mode, People people, Personnel personnel, Clock clock) {
        this(mode, () -> people.all().isEmpty(), people, personnel, clock);
    }

    FirstAdministrator(RunMode mode, BooleanSupplier nobodyYet, People people, Personnel personnel, Clock clock) {
        this.mode = mode;
        this.nobodyYet = nobodyYet;
        this.people = people;
        this.personnel = personnel;
        this.clock = clock;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (open()) {
            log.warn(
                    "还没有任何账号。请打开 /setup?token={} 建立首位管理员，此地址只能使用一次。"
                            + " / No account yet: open the address above to create the first administrator.",
                    token);
        }
    }

    private boolean open() {
        return mode == RunMode.OFFICE && nobodyYet.getAsBoolean();
    }

    /** Whether the set-up page may be shown to somebody who brings that token. */
    public boolean admits(String given) {
        return given != null
                && open()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Creates the office as a unit and its first administrator.
     *
     * @throws Refusal when a field is missing or the password is too short
     */
    public synchronized void create(String given, String username, String fullName, String password, String office) {
        if (!admits(given)) {
            throw new Refusal("token", "这个地址已经失效。首位管理员已建立时请直接登录；否则请重启程序，使用日志中的新地址。");
        }
        if (office == null || office.isBlank()) {
            throw new Refusal("office", "请填写机构名称，例如“某市环委办”。");
        }
        if (password == null || password.length() < Personnel.SHORTEST_PASSWORD) {
            throw new Refusal("password", "口令至少 " + Personnel.SHORTEST_PASSWORD + " 位，请重新填写。");
        }
        String name = office.strip();
        people.saveUnits(List.of(
                new Unit(OFFICE, name, name, UnitKind.OFFICE, null, null, LocalDate.now(clock), null, List.of())));
        Person person = new Person(username, fullName, OFFICE, Set.of(Role.ADMIN), true);
        personnel.check(person);
        people.save(List.of(person), password);
    }

    String token() {
        return token;
    }
}
