package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/// The algebra of sets, against the sets of the library.
class FeatureSetTest {

    private static SortedSet<Integer> random(Random random) {
        SortedSet<Integer> places = new TreeSet<>();
        int range = 1 + random.nextInt(600);
        for (int i = random.nextInt(40); i > 0; i--) {
            places.add(random.nextInt(range));
        }
        return places;
    }

    private static FeatureSet set(SortedSet<Integer> places) {
        return FeatureSet.of(places.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> places(FeatureSet set) {
        List<Integer> places = new ArrayList<>();
        for (int place = set.next(0); place >= 0; place = set.next(place + 1)) {
            places.add(place);
        }
        return places;
    }

    @RepeatedTest(200)
    void operationsAreThoseOfSets(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        SortedSet<Integer> a = random(random);
        SortedSet<Integer> b = random(random);
        FeatureSet one = set(a);
        FeatureSet other = set(b);
        SortedSet<Integer> union = new TreeSet<>(a);
        union.addAll(b);
        SortedSet<Integer> minus = new TreeSet<>(a);
        minus.removeAll(b);
        SortedSet<Integer> both = new TreeSet<>(a);
        both.retainAll(b);
        assertThat(places(one)).containsExactlyElementsOf(a);
        assertThat(one.size()).isEqualTo(a.size());
        assertThat(one.union(other)).isEqualTo(set(union));
        assertThat(one.minus(other)).isEqualTo(set(minus));
        assertThat(one.intersect(other)).isEqualTo(set(both));
        assertThat(one.isSubsetOf(other)).isEqualTo(b.containsAll(a));
        assertThat(one.intersects(other)).isEqualTo(!both.isEmpty());
        assertThat(one.minus(other).union(one.intersect(other))).isEqualTo(one);
        assertThat(one.equals(other)).isEqualTo(a.equals(b));
        assertThat(set(union).minus(other).hashCode()).isEqualTo(set(minus).hashCode());
    }

    @Test
    void theEmptySetIsEqualHoweverItCameToBe() {
        assertThat(FeatureSet.of(300).minus(FeatureSet.of(300))).isEqualTo(FeatureSet.EMPTY);
        assertThat(FeatureSet.EMPTY.next(0)).isEqualTo(-1);
        assertThat(FeatureSet.of(63).next(64)).isEqualTo(-1);
        assertThat(FeatureSet.of(3, 64)).hasToString("{3 64}");
    }

    @Test
    void aBuilderGoesOnAfterBuilding() {
        FeatureSet.Builder builder = new FeatureSet.Builder().add(1).add(700);
        FeatureSet first = builder.build();
        builder.remove(1).remove(5000).addAll(FeatureSet.of(900));
        assertThat(first).isEqualTo(FeatureSet.of(1, 700));
        assertThat(builder.build()).isEqualTo(FeatureSet.of(700, 900));
        assertThat(builder.contains(700)).isTrue();
        assertThat(builder.contains(70000)).isFalse();
    }
}
