package org.domcaps.rpc.message;

/// What the protocol allows, as numbers. Strings have theirs in [org.domcaps.rpc.xdr.XdrLimits].
public final class Limits {

    /// Bytes of the word in front of a message that tells its length.
    public static final int LENGTH_WORD = 4;

    /// Bytes of a header without the length word.
    public static final int HEADER = 24;

    /// The least that the length word may say, which counts itself.
    public static final int SHORTEST_FRAME = LENGTH_WORD + HEADER;

    /// Most bytes after the length word: 32 MiB.
    public static final int MESSAGE = 33_554_432;

    /// The most that the length word may say.
    public static final int LONGEST_FRAME = MESSAGE + LENGTH_WORD;

    /// Most bytes of a payload.
    public static final int PAYLOAD = MESSAGE - HEADER;

    /// Most descriptors beside one message.
    public static final int DESCRIPTORS = 32;

    /// Most authentication types in a list.
    public static final int AUTH_TYPES = 20;

    /// Most bytes of a step of SASL.
    public static final int SASL_DATA = 65_536;

    /// Most domains, networks, pools, volumes, interfaces, filters or secrets in a list.
    public static final int OBJECTS = 16_384;

    /// Most node devices in a list.
    public static final int NODE_DEVICES = 65_536;

    /// Most CPU model names in a list.
    public static final int CPU_MODELS = 8192;

    /// Most CPU definitions for one baseline.
    public static final int BASELINE_CPUS = 256;

    /// Characters of the CPU's name in the node information.
    public static final int NODE_MODEL = 32;

    /// Most sizes of pages in one question.
    public static final int PAGE_SIZES = 1024;

    /// Most NUMA nodes, and most counts of pages, in a list.
    public static final int CELLS = 1024;

    /// Most named figures of the machine.
    public static final int FIGURES = 16;

    /// Most bytes of the map of processors.
    public static final int CPU_MAP = 2048;

    private Limits() {}
}
