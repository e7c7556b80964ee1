package org.domcaps.xen;

import org.domcaps.rule.Condition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What the rows of [XenRules] depend on: the machine type, and nothing else.
public enum XenCondition implements Condition {
    /// Every machine type.
    ALWAYS("always", EnumSet.allOf(XenMachine.class)),
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

    /// Whether it holds for a machine type.
    public boolean holds(XenMachine machine) {
        return machines.contains(machine);
    }
}
