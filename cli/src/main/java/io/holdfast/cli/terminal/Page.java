package io.holdfast.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Text laid out for one terminal, line by line.
 *
 * <p>Mutable and for one thread.
 */
public final class Page {

    /** A table's last column gets at least this much, or a line of its own. */
    private static final int LEAST_LAST_COLUMN = 24;

    private static final int GAP = 2;

    private final Terminal terminal;
    private final StringBuilder out = new StringBuilder();

    public Page(Terminal terminal) {
        this.terminal = terminal;
    }

    /** An empty line. */
    public Page blank() {
        out.append('\n');
        return this;
    }

    /** A line of cells with a space between them, continued at a deeper indent where too long. */
    public Page line(int indent, Cell... cells) {
        return flow(indent, indent + 2, List.of(cells));
    }

    /** Cells with a space between them, broken at spaces; following lines start at {@code hang}. */
    public Page flow(int indent, int hang, List<Cell> cells) {
        Line line = new Line(indent);
        for (Cell cell : cells) {
            for (String word : cell.text().split(" ", -1)) {
                if (!line.fits(word)) {
                    line.end();
                    line = new Line(hang);
                }
                line.word(new Cell(word, cell.tone()));
            }
        }
        line.end();
        return this;
    }

    /**
     * Rows whose columns stand under each other. The last column wraps; where the others leave it
     * too little room, it gets lines of its own.
     */
    public Page table(int indent, List<List<Cell>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns - 1; column++) {
            int at = column;
            widths.add(
                    rows.stream()
                            .filter(row -> row.size() > at + 1)
                            .mapToInt(row -> shown(row.get(at)).width())
                            .max()
                            .orElse(0));
        }
        int last = indent + widths.stream().mapToInt(width -> width + GAP).sum();
        boolean beside = terminal.columns() - last >= LEAST_LAST_COLUMN;
        for (List<Cell> row : rows) {
            row(indent, widths, beside ? last : indent + 4, beside, row);
        }
        return this;
    }

    /** All that was laid out, each line ended. */
    public String text() {
        return out.toString();
    }

    private void row(int indent, List<Integer> widths, int last, boolean beside, List<Cell> row) {
        Line line = new Line(indent);
        int end = indent;
        for (int i = 0; i < row.size() - 1; i++) {
            line.padTo(end);
            line.put(row.get(i));
            end += widths.get(i) + GAP;
        }
        Cell tail = row.getLast();
        if (row.size() == widths.size() + 1 && !beside && row.size() > 1) {
            line.end();
            if (!tail.text().isEmpty()) {
                flow(last, last, List.of(tail));
            }
            return;
        }
        line.padTo(end);
        for (String word : tail.text().split(" ", -1)) {
            if (!line.fits(word)) {
                line.end();
                line = new Line(end);
            }
            line.word(new Cell(word, tail.tone()));
        }
        line.end();
    }

    private Cell shown(Cell cell) {
        return new Cell(terminal.glyphs().show(cell.text()), cell.tone());
    }

    /** One line while it is put together; what is pending is one tone's text. */
    private final class Line {
        private final StringBuilder line = new StringBuilder();
        private int width;
        private boolean fresh = true;
        private int spaces;
        private Tone tone = Tone.PLAIN;
        private final StringBuilder pending = new StringBuilder();

        Line(int indent) {
            padTo(indent);
        }

        boolean fits(String word) {
            int wide = shown(Cell.of(word)).width();
            return fresh || width + spaces + 1 + wide <= terminal.columns();
        }

        void word(Cell word) {
            if (!fresh) {
                spaces++;
            }
            put(word);
        }

        void put(Cell cell) {
            Cell seen = shown(cell);
            if (seen.text().isEmpty()) {
                return;
            }
            if (seen.tone() != tone) {
                flush();
                tone = seen.tone();
            }
            if (pending.isEmpty()) {
                line.repeat(' ', spaces);
            } else {
                pending.repeat(' ', spaces);
            }
            pending.append(seen.text());
            width += spaces + seen.width();
            spaces = 0;
            fresh = false;
        }

        /** The next text starts at this column, or after a gap where that is passed. */
        void padTo(int column) {
            if (column > width) {
                spaces = column - width;
            }
            fresh = true;
        }

        void end() {
            flush();
            out.append(line).append('\n');
        }

        private void flush() {
            line.append(terminal.colours() ? tone.coloured(pending.toString()) : pending);
            pending.setLength(0);
        }
    }
}
