package org.domcaps.decide.migrate;

import org.domcaps.decide.Outcome;
import org.domcaps.decide.hosts.HostSet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who can move where among the hosts of a set.
///
/// Hosts with the same profile are one row and one column, and where these meet stands whether
/// guests can move among them. Each pair of profiles is judged once, whatever the number of hosts,
/// and takes one byte.
public final class MigrationMatrix {

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Axis> AXES = List.of(Axis.values());
    private static final byte NOTHING = -1;

    private final HostSet<HostProfile> hosts;
    private final byte[][] cells;
    private final byte[][] obstacles;

    private MigrationMatrix(HostSet<HostProfile> hosts, byte[][] cells, byte[][] obstacles) {
        this.hosts = hosts;
        this.cells = cells;
        this.obstacles = obstacles;
    }

    /// Judges every pair.
    public static MigrationMatrix of(HostSet<HostProfile> hosts, ProfileJudge judge) {
        List<HostProfile> profiles = hosts.contents();
        int size = profiles.size();
        byte[][] cells = new byte[size][size];
        byte[][] obstacles = new byte[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                // A host alone in its group moves nothing anywhere.
                Optional<Axis> obstacle =
                        from == to && hosts.groups().get(from).size() == 1
                                ? Optional.empty()
                                : judge.obstacle(profiles.get(from), profiles.get(to));
                Outcome outcome =
                        obstacle.isEmpty()
                                ? Outcome.YES
                                : judge.outcome(profiles.get(from), profiles.get(to));
                cells[from][to] = (byte) OUTCOMES.indexOf(outcome);
                obstacles[from][to] =
                        obstacle.isEmpty() ? NOTHING : (byte) AXES.indexOf(obstacle.get());
            }
        }
        return new MigrationMatrix(hosts, cells, obstacles);
    }

    /// The hosts; the order of the groups is that of rows and columns.
    public HostSet<HostProfile> hosts() {
        return hosts;
    }

    /// Whether guests of one group can move to the hosts of another.
    public Outcome outcome(int from, int to) {
        return OUTCOMES.get(cells[from][to]);
    }

    /// The first axis that stands in the way; absent if nothing does.
    public Optional<Axis> obstacle(int from, int to) {
        int axis = obstacles[from][to];
        return axis == NOTHING ? Optional.empty() : Optional.of(AXES.get(axis));
    }

    /// To how many other hosts guests of a group's host can move.
    public int targets(int from) {
        int count = 0;
        for (int to = 0; to < hosts.groups().size(); to++) {
            count += outcome(from, to) == Outcome.YES ? others(from, to) : 0;
        }
        return count;
    }

    /// How many hosts guests of a group cannot surely move to, by the first axis in the way.
    public Map<Axis, Integer> obstacles(int from) {
        Map<Axis, Integer> counts = new EnumMap<>(Axis.class);
        for (int to = 0; to < hosts.groups().size(); to++) {
            int hostCount = others(from, to);
            obstacle(from, to).ifPresent(axis -> counts.merge(axis, hostCount, Integer::sum));
        }
        return counts;
    }

    /// How many hosts of a group are not the one that a guest leaves.
    private int others(int from, int to) {
        int size = hosts.groups().get(to).size();
        return from == to ? size - 1 : size;
    }

    /// What all pairs say together.
    public Outcome together() {
        Outcome all = Outcome.YES;
        for (byte[] row : cells) {
            for (byte cell : row) {
                Outcome one = OUTCOMES.get(cell);
                if (one == Outcome.NO) {
                    return Outcome.NO;
                }
                all = one == Outcome.UNKNOWN ? Outcome.UNKNOWN : all;
            }
        }
        return all;
    }
}
