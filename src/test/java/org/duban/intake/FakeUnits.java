package org.duban.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.kernel.UnitCode;

/** A small city for reading lists without a database. */
final class FakeUnits implements UnitNames {

    private record Entry(Named named, boolean county, List<String> names) {}

    private static final List<Entry> CITY = List.of(
            entry("350500", "泉州市", "泉州", false, false, "泉州市人民政府"),
            entry("350582", "晋江市", "晋江", true, true, "晋江市委、市政府"),
            entry("350583", "南安市", "南安", true, true),
            entry("350505", "泉港区", "泉港", true, true),
            entry("350521", "惠安县", "惠安", true, true),
            entry("350590", "泉州经济技术开发区", "泉州开发区", true, true),
            entry("350591", "泉州台商投资区", "台商投资区", true, true),
            entry("35050010", "泉州市生态环境局", "市生态环境局", true, false, "市环保局"),
            entry("35050011", "泉州市水利局", "市水利局", true, false),
            entry("35050012", "市住房和城乡建设局", "市住建局", true, false),
            entry("35050013", "市委办公室", "市委办", true, false),
            entry("35050014", "市政府办公室", "市政府办", true, false));

    private static Entry entry(
            String code, String name, String shortName, boolean workable, boolean county, String... aliases) {
        List<String> names = Stream.concat(Arrays.stream(aliases), Stream.of(name, shortName, code))
                .map(Text::fold)
                .toList();
        return new Entry(new Named(UnitCode.of(code), name, shortName, workable), county, names);
    }

    @Override
    public Optional<Named> find(String phrase) {
        return CITY.stream()
                .filter(entry -> entry.names.contains(Text.fold(phrase)))
                .map(Entry::named)
                .findFirst();
    }

    @Override
    public List<Named> counties() {
        return CITY.stream().filter(Entry::county).map(Entry::named).toList();
    }

    @Override
    public List<Named> all() {
        return CITY.stream().map(Entry::named).toList();
    }
}
