package org.domcaps.decide.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class HostSetTest {

    @Test
    void equalContentsAreKeptOnceWithTheirHostsInOrder() {
        HostSet.Builder<String> builder = new HostSet.Builder<>();
        builder.add("a", "one");
        builder.add("b", "two");
        builder.add("c", "on".concat("e"));
        HostSet<String> set = builder.build();

        assertThat(set.groups())
                .containsExactly(
                        new HostGroup<>("one", List.of("a", "c")),
                        new HostGroup<>("two", List.of("b")));
        assertThat(set.hostCount()).isEqualTo(3);
        assertThat(set.contents()).containsExactly("one", "two");
        assertThat(set.groups().getFirst().label()).isEqualTo("a and 1 more");
        assertThat(set.groups().getLast().label()).isEqualTo("b");
    }

    @Test
    void hostsOfWhichNothingIsKnownStayInTheSet() {
        HostSet.Builder<String> builder = new HostSet.Builder<>();
        UnreadHost unread = new UnreadHost("x", "x.xml", "x.xml: broken");
        builder.addUnread(unread);
        HostSet<String> set = builder.build();

        assertThat(set.isEmpty()).isTrue();
        assertThat(set.unread()).containsExactly(unread);
        assertThat(set.map(String::length).unread()).containsExactly(unread);
    }

    @Test
    void mappingMergesGroupsWhoseResultsAreEqual() {
        HostSet.Builder<String> builder = new HostSet.Builder<>();
        builder.add("a", "one");
        builder.add("b", "three");
        builder.add("c", "two");

        assertThat(builder.build().map(String::length).groups())
                .containsExactly(
                        new HostGroup<>(3, List.of("a", "c")), new HostGroup<>(5, List.of("b")));
    }
}
