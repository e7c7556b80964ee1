package org.domcaps.bhyve;

/// Where facts of a host of bhyve come from.
public interface BhyveSource {

    /// Whether it is a host of bhyve at all. Runs nothing.
    boolean isActive();

    /// The facts, as they are now.
    BhyveFacts read();

    /// Facts that were recorded, or made by hand.
    static BhyveSource given(BhyveFacts facts) {
        return new BhyveSource() {
            @Override
            public boolean isActive() {
                return facts.isActive();
            }

            @Override
            public BhyveFacts read() {
                return facts;
            }
        };
    }
}
