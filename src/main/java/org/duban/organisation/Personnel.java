package org.duban.organisation;

import java.security.SecureRandom;
import java.util.List;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to single accounts as an administrator makes them. */
@Service
public class Personnel {

    /** Shortest password of an administrator's own choice. */
    public static final int SHORTEST_PASSWORD = 10;

    private static final String ACCOUNT = "[A-Za-z0-9]{2,30}";
    // Without signs that look alike on paper.
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int GENERATED = 12;

    private final People people;
    private final Units units;
    private final SecureRandom random = new SecureRandom();

    Personnel(People people, Units units) {
        this.people = people;
        this.units = units;
    }

    /**
     * Saves somebody new or changed.
     *
     * @return the password of a new account, to be shown once; null for an existing one
     * @throws Refusal when something is missing, or nobody would be left to administer
     */
    @Transactional
    public String save(Person person) {
        check(person);
        boolean isNew = people.byUsername(person.username()).isEmpty();
        boolean administers = person.active() && person.has(Role.ADMIN);
        if (!isNew && !administers && lastAdministrator(person.username())) {
            throw new Refusal("roles", "这是最后一位在用的管理员，不能停用或取消管理员角色。请先指定另一位管理员。");
        }
        String password = isNew ? newPassword() : null;
        people.save(List.of(person), password);
        return password;
    }

    /** @throws Refusal naming the field that is missing or wrong */
    public void check(Person person) {
        if (person.username() == null || !person.username().matches(ACCOUNT)) {
            throw new Refusal("username", "账号“" + person.username() + "”不对，只能用字母和数字，2 至 30 位。");
        }
        if (person.fullName() == null || person.fullName().isBlank()) {
            throw new Refusal("fullName", "请填写姓名。");
        }
        if (units.byCode(person.unit()).isEmpty()) {
            throw new Refusal("unit", "没有代码为“" + person.unit() + "”的单位，请先添加单位。");
        }
        if (person.roles().isEmpty()) {
            throw new Refusal("roles", "请至少选择一个角色。");
        }
    }

    /**
     * Gives the account another password.
     *
     * @return the new password, to be shown once
     */
    @Transactional
    public String resetPassword(String username) {
        Person person =
                people.byUsername(username).orElseThrow(() -> new Refusal("username", "没有账号“" + username + "”，请检查。"));
        String password = newPassword();
        people.save(List.of(person), password);
        return password;
    }

    private boolean lastAdministrator(String username) {
        return people.all().stream()
                .filter(person -> person.active() && person.has(Role.ADMIN))
                .allMatch(person -> person.username().equals(username));
    }

    String newPassword() {
        StringBuilder password = new StringBuilder();
        random.ints(GENERATED, 0, SIGNS.length()).forEach(sign -> password.append(SIGNS.charAt(sign)));
        return password.toString();
    }
}
