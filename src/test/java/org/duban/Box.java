package org.duban;

import java.util.List;

/** An upright rectangle of a diagram, in pixels, y growing downwards. */
record Box(double x, double y, double width, double height) {

    record Point(double x, double y) {}

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** True if the two share more than a border. */
    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Box other) {
        return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
    }

    boolean contains(Point point) {
        return contains(new Box(point.x, point.y, 0, 0));
    }

    /** True if the point lies on the border line. */
    boolean borders(Point point) {
        boolean upright = point.x == x || point.x == right();
        boolean level = point.y == y || point.y == bottom();
        return contains(point) && (upright || level);
    }

    /** The same rectangle with a margin taken off (or, below zero, added) on every side. */
    Box shrunk(double margin) {
        return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }

    /** The smallest rectangle around the points. */
    static Box around(List<Point> points) {
        double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
        double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
        return new Box(left, top, right - left, bottom - top);
    }

    /** True if the straight line between the points runs through the inside of this rectangle. */
    boolean isCrossedBy(Point from, Point to) {
        double enter = 0;
        double leave = 1;
        double[] steps = {to.x - from.x, from.x - to.x, to.y - from.y, from.y - to.y};
        double[] rooms = {right() - from.x, from.x - x, bottom() - from.y, from.y - y};
        for (int side = 0; side < 4; side++) {
            if (steps[side] == 0) {
                if (rooms[side] <= 0) {
                    return false;
                }
            } else if (steps[side] > 0) {
                leave = Math.min(leave, rooms[side] / steps[side]);
            } else {
                enter = Math.max(enter, rooms[side] / steps[side]);
            }
        }
        return enter < leave;
    }
}
