package org.domcaps.xen;

import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the rows of [XenRules] depend on: the machine type, and nothing else.
public enum XenCondition implements Condition.Fact<XenMachine> {
    /// Fully virtualized guests.
    FULLY_VIRTUALIZED("the machine is xenfv", EnumSet.of(XenMachine.FV)),
    /// Guests that can get host devices.
    NOT_PVH("the machine is xenpv or xenfv", EnumSet.of(XenMachine.PV, XenMachine.FV));

    private final String words;
    private final Set<XenMachine> machines;

    XenCondition(String words, Set<XenMachine> machines) {
        this.words = words;
        this.machines = Collections.unmodifiableSet(machines);
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public boolean isTrue(XenMachine machine) {
        return machines.contains(machine);
    }

    @Override
    public List<Evidence> evidence() {
        StringBuilder names = new StringBuilder();
        for (XenMachine machine : machines) {
            names.append(names.isEmpty() ? "" : ", ").append(machine.xmlName());
        }
        return List.of(new Evidence(Source.REQUEST, "machine", names.toString()));
    }
}
