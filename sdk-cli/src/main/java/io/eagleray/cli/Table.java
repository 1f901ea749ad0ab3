package io.eagleray.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows for people: each column as wide as its widest cell. */
final class Table {
    private static final int GAP = 2;

    private Table() {}

    static void print(PrintWriter out, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Column[] columns = new Column[rows.get(0).size()];
        for (int i = 0; i < columns.length; i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            columns[i] = new Column(width + GAP + 1, i == 0 ? 0 : GAP, Overflow.SPAN);
        }
        TextTable table = TextTable.forColumns(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF), columns);
        rows.forEach(row -> table.addRowValues(row.toArray(new String[0])));
        out.print(table);
        out.flush();
    }
}
