package org.duban.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.organisation.store.PersonStore;
import org.duban.organisation.store.SubstitutionStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People, their roles, and who stands in for whom; keeps the engine's groups in step. */
@Service
public class People {

    private final PersonStore people;
    private final SubstitutionStore substitutions;
    private final Units units;
    private final Accounts accounts;
    private final Clock clock;

    People(PersonStore people, SubstitutionStore substitutions, Units units, Accounts accounts, Clock clock) {
        this.people = people;
        this.substitutions = substitutions;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Optional<Person> byUsername(String username) {
        return people.byUsername(username);
    }

    public List<Person> all() {
        return people.all();
    }

    /** The absent colleagues the person may act for today. */
    public Set<Person> absentFor(String username) {
        return substitutesToday().absentFor(username).stream()
                .map(people::byUsername)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The candidate groups the person works for today: the own ones and those of absent colleagues. */
    public Set<String> groupsToday(Person person) {
        if (!person.active()) {
            return Set.of();
        }
        Set<String> groups = new LinkedHashSet<>(person.groups());
        absentFor(person.username()).forEach(absent -> groups.addAll(unitGroups(absent)));
        return groups;
    }

    /** Saves people and gives new ones the password; a null password leaves existing ones as they are. */
    @Transactional
    public void save(List<Person> saved, String password) {
        for (Person person : saved) {
            people.save(person);
            accounts.provision(person, units.shortName(person.unit()), password);
        }
        provisionMemberships();
    }

    /** Saves units and gives them their groups, rights and filters in the engine. */
    @Transactional
    public void saveUnits(List<Unit> saved) {
        units.save(saved);
        accounts.provisionGroups(saved);
    }

    /** @throws Refusal when the days are in the wrong order, over, or one of the two is unknown */
    @Transactional
    public void substitute(String absent, String substitute, LocalDate from, LocalDate to, Actor by) {
        if (absent.equals(substitute)) {
            throw new Refusal("substitute", "代办人不能是本人，请选择另一位同事。");
        }
        if (to.isBefore(from)) {
            throw new Refusal("toOn", "结束日期早于开始日期，请重新填写。");
        }
        if (to.isBefore(LocalDate.now(clock))) {
            throw new Refusal("toOn", "结束日期已经过去，请填写今天或以后的日期。");
        }
        Person away = require(absent);
        Person standIn = require(substitute);
        if (!away.unit().equals(standIn.unit())) {
            throw new Refusal("substitute", "代办人须与外出人员同属一个单位。");
        }
        substitutions.add(absent, substitute, from, to, by.username(), clock.instant());
        provisionMemberships();
    }

    @Transactional
    public void cancelSubstitution(long id) {
        if (substitutions.cancel(id, clock.instant())) {
            provisionMemberships();
        }
    }

    /** Substitutions of today and later. */
    public List<Substitution> openSubstitutions() {
        return substitutions.openSince(LocalDate.now(clock));
    }

    /** Lets substitutions begin and end with the day, and heals what was changed by hand. */
    @Scheduled(cron = "0 1 * * * *", zone = "Asia/Shanghai")
    @Transactional
    public void provisionMemberships() {
        Map<String, Person> everybody = people.all().stream()
                .collect(Collectors.toMap(Person::username, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Substitutes today = substitutesToday();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        everybody.values().forEach(person -> {
            Set<String> mine = new LinkedHashSet<>(person.active() ? person.groups() : Set.of());
            if (person.active()) {
                today.absentFor(person.username()).forEach(absent -> mine.addAll(unitGroups(everybody.get(absent))));
            }
            groups.put(person.username(), mine);
        });
        accounts.provisionMemberships(groups);
    }

    // Administration is personal: a substitute stands in for the desk's and the unit's work only.
    private static Set<String> unitGroups(Person absent) {
        return absent.roles().stream()
                .filter(role -> role != Role.ADMIN && role != Role.AUDITOR)
                .map(role -> role.group(absent.unit()))
                .collect(Collectors.toSet());
    }

    private Substitutes substitutesToday() {
        return new Substitutes(substitutions.activeOn(LocalDate.now(clock)));
    }

    private Person require(String username) {
        return people.byUsername(username)
                .filter(Person::active)
                .orElseThrow(() -> new Refusal("没有账号“" + username + "”，请检查。"));
    }
}
