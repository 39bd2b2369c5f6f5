package org.duban.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Lists of problems as offices send them: XLSX, every row complete, of our own wording. */
final class Rows {

    /** A serial that ends so is refused by the database in the trial of rows that fail while being written. */
    static final String FAILING = "x";

    private static final List<String> HEADINGS = List.of(
            "序号", "问题来源", "行政区域", "具体问题", "问题类型", "点位地址", "牵头单位", "责任单位", "监管单位", "整改时限", "整改目标", "整改措施", "风险等级");
    private static final List<String> UNITS = List.of("晋江市", "惠安县", "石狮市", "南安市", "洛江区", "安溪县", "永春县", "德化县");
    private static final List<String> PLACES = List.of("梅溪", "洛阳江", "九十九溪", "晋东平原", "西溪", "桃溪", "浐溪", "林辋溪");
    private static final List<String> FAULTS =
            List.of("沿岸雨污分流不彻底,降雨后氨氮升高", "堆场未覆盖,大风天扬尘明显", "作坊废水直排沟渠", "河道围垦养殖未清退", "夜间施工噪声扰民", "弃土临河堆放未拦挡");
    private static final List<String> TYPES = List.of("水", "大气", "水", "海洋、生态", "噪声", "土壤");

    /** What is wrong with some of the rows. */
    enum Fault {
        NONE,
        /** Names a unit that does not exist: found by the check. */
        UNKNOWN_UNIT,
        /** Passes the check and is refused by the database. */
        FAILS_WHEN_WRITTEN
    }

    private Rows() {}

    static String title(int number) {
        return PLACES.get(number % PLACES.size()) + number + "号点位"
                + FAULTS.get(number % FAULTS.size()).split(",")[0];
    }

    /** A list of so many rows under its own source name; every {@code every}-th row has the fault. */
    static Path list(String source, int rows, Fault fault, int every) throws IOException {
        return list(source, rows, fault, every, UNITS);
    }

    /** A list without faults in which every problem is Jinjiang's. */
    static Path ofJinjiang(String source, int rows) throws IOException {
        return list(source, rows, Fault.NONE, 1, UNITS.subList(0, 1));
    }

    private static Path list(String source, int rows, Fault fault, int every, List<String> units) throws IOException {
        Files.createDirectories(City.FOLDER);
        Path file = City.FOLDER.resolve(source + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "duban-bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("问题清单");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
            }
            for (int number = 1; number <= rows; number++) {
                boolean bad = fault != Fault.NONE && number % every == 0;
                List<String> cells = cells(source, number, bad ? fault : Fault.NONE, units);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(number, column, cells.get(column));
                }
                if (number % 1_000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
        return file;
    }

    private static List<String> cells(String source, int number, Fault fault, List<String> units) {
        String unit = units.get(number % units.size());
        String place = PLACES.get(number % PLACES.size());
        return List.of(
                number + (fault == Fault.FAILS_WHEN_WRITTEN ? FAILING : ""),
                source,
                unit,
                title(number) + "。现场检查时仍能看到问题,群众多次反映,整改责任没有落实到人,需要限期整改并建立长效机制。",
                TYPES.get(number % TYPES.size()),
                unit + place + "沿线" + number % 97 + "号",
                fault == Fault.UNKNOWN_UNIT ? "海底两万里局" : unit,
                unit,
                "市生态环境局",
                "2027-%02d-%02d".formatted(1 + number % 12, 1 + number % 28),
                "断面稳定达到Ⅲ类,不再反弹",
                "1.排查管网和堆场;2.改造混接点;3.每月巡查并留存照片",
                List.of("高", "中", "低").get(number % 3));
    }
}
