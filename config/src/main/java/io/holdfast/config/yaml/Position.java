package io.holdfast.config.yaml;

/**
 * A place in a configuration file.
 *
 * @param file the file's name as the user gave it
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    /** The place for what concerns the file as a whole. */
    public static Position startOf(String file) {
        return new Position(file, 1, 1);
    }

    @Override
    public int compareTo(Position other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
