package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.ObjectArguments;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.xdr.XdrReader;

/// Calls about kinds of objects of which there are none here: lists are empty, and what is looked
/// up is not found, as with a daemon that nobody has defined anything with.
final class AbsentCalls {

    private AbsentCalls() {}

    /// What a call wants; that it fails if it is none of those that are served.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if the arguments cannot be read
    static Work prepare(Procedure procedure, XdrReader in, EventWishes events) {
        return switch (procedure) {
            case CONNECT_LIST_ALL_DOMAINS,
                    CONNECT_LIST_ALL_NETWORKS,
                    CONNECT_LIST_ALL_INTERFACES,
                    CONNECT_LIST_ALL_NODE_DEVICES,
                    CONNECT_LIST_ALL_NWFILTERS,
                    CONNECT_LIST_ALL_NWFILTER_BINDINGS,
                    CONNECT_LIST_ALL_SECRETS -> {
                Arguments.ListAll.read(in);
                yield new Work.Done(new Result.NoObjects());
            }
            case CONNECT_NUM_OF_DOMAINS,
                    CONNECT_NUM_OF_DEFINED_DOMAINS,
                    CONNECT_NUM_OF_NETWORKS,
                    CONNECT_NUM_OF_DEFINED_NETWORKS,
                    CONNECT_NUM_OF_INTERFACES,
                    CONNECT_NUM_OF_DEFINED_INTERFACES,
                    CONNECT_NUM_OF_NWFILTERS,
                    CONNECT_NUM_OF_SECRETS ->
                    new Work.Done(new Result.Number(0));
            case CONNECT_LIST_DOMAINS,
                    CONNECT_LIST_DEFINED_DOMAINS,
                    CONNECT_LIST_NETWORKS,
                    CONNECT_LIST_DEFINED_NETWORKS,
                    CONNECT_LIST_INTERFACES,
                    CONNECT_LIST_DEFINED_INTERFACES,
                    CONNECT_LIST_NWFILTERS,
                    CONNECT_LIST_SECRETS -> {
                Arguments.Number.read(in);
                yield new Work.Done(new Result.NoRecords());
            }
            case NODE_NUM_OF_DEVICES -> {
                Arguments.DeviceCount.read(in);
                yield new Work.Done(new Result.Number(0));
            }
            case NODE_LIST_DEVICES -> {
                Arguments.DeviceNames.read(in);
                yield new Work.Done(new Result.NoRecords());
            }
            case CONNECT_GET_ALL_DOMAIN_STATS -> new Work.Done(new Result.NoRecords());
            default -> events(procedure, in, events);
        };
    }

    private static Work events(Procedure procedure, XdrReader in, EventWishes events) {
        return switch (procedure) {
            case CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY ->
                    wish(in, events, EventWishes.Kind.DOMAIN);
            case CONNECT_NETWORK_EVENT_REGISTER_ANY -> wish(in, events, EventWishes.Kind.NETWORK);
            case CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY ->
                    wish(in, events, EventWishes.Kind.NODE_DEVICE);
            case CONNECT_SECRET_EVENT_REGISTER_ANY -> wish(in, events, EventWishes.Kind.SECRET);
            case CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY ->
                    unwish(in, events, EventWishes.Kind.DOMAIN);
            case CONNECT_NETWORK_EVENT_DEREGISTER_ANY ->
                    unwish(in, events, EventWishes.Kind.NETWORK);
            case CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY ->
                    unwish(in, events, EventWishes.Kind.NODE_DEVICE);
            case CONNECT_SECRET_EVENT_DEREGISTER_ANY -> unwish(in, events, EventWishes.Kind.SECRET);
            default -> names(procedure, in);
        };
    }

    private static Work wish(XdrReader in, EventWishes events, EventWishes.Kind kind) {
        ObjectArguments.EventWish wish = ObjectArguments.EventWish.read(in);
        return Work.asked(
                () -> new Result.Number(events.add(kind, wish.event())),
                false,
                "event=" + wish.event());
    }

    private static Work unwish(XdrReader in, EventWishes events, EventWishes.Kind kind) {
        int number = Arguments.Number.read(in).value();
        return Work.asked(
                () -> {
                    events.remove(kind, number);
                    return new Result.Nothing();
                },
                false,
                "callback=" + number);
    }

    private static Work names(Procedure procedure, XdrReader in) {
        return switch (procedure) {
            case DOMAIN_LOOKUP_BY_NAME -> byName(in, ErrorCode.NO_DOMAIN, "domain");
            case NETWORK_LOOKUP_BY_NAME -> byName(in, ErrorCode.NO_NETWORK, "network");
            case NODE_DEVICE_LOOKUP_BY_NAME -> byName(in, ErrorCode.NO_NODE_DEVICE, "node device");
            case NWFILTER_LOOKUP_BY_NAME -> byName(in, ErrorCode.NO_NWFILTER, "nwfilter");
            case NWFILTER_BINDING_LOOKUP_BY_PORT_DEV ->
                    missing(
                            ErrorCode.NO_NWFILTER_BINDING,
                            "no nwfilter binding for port dev '" + text(in) + "'");
            case INTERFACE_LOOKUP_BY_NAME ->
                    missing(
                            ErrorCode.NO_INTERFACE,
                            "couldn't find interface named '" + text(in) + "'");
            case INTERFACE_LOOKUP_BY_MAC_STRING ->
                    missing(
                            ErrorCode.NO_INTERFACE,
                            "couldn't find interface with MAC address '" + text(in) + "'");
            default -> numbers(procedure, in);
        };
    }

    private static Work numbers(Procedure procedure, XdrReader in) {
        return switch (procedure) {
            case DOMAIN_LOOKUP_BY_UUID -> byUuid(in, ErrorCode.NO_DOMAIN, "domain");
            case NETWORK_LOOKUP_BY_UUID -> byUuid(in, ErrorCode.NO_NETWORK, "network");
            case NWFILTER_LOOKUP_BY_UUID -> byUuid(in, ErrorCode.NO_NWFILTER, "nwfilter");
            case SECRET_LOOKUP_BY_UUID -> byUuid(in, ErrorCode.NO_SECRET, "secret");
            case SECRET_LOOKUP_BY_USAGE ->
                    missing(
                            ErrorCode.NO_SECRET,
                            "no secret with matching usage '"
                                    + ObjectArguments.SecretUsage.read(in).usage()
                                    + "'");
            case DOMAIN_LOOKUP_BY_ID ->
                    missing(
                            ErrorCode.NO_DOMAIN,
                            "no domain with matching id " + Arguments.Number.read(in).value());
            default -> new Work.Failed(Refusals.notSupported(procedure));
        };
    }

    private static String text(XdrReader in) {
        return Arguments.Text.read(in).text();
    }

    private static Work byName(XdrReader in, ErrorCode code, String kind) {
        return missing(code, "no " + kind + " with matching name '" + text(in) + "'");
    }

    private static Work byUuid(XdrReader in, ErrorCode code, String kind) {
        return missing(
                code,
                "no "
                        + kind
                        + " with matching uuid '"
                        + ObjectArguments.Uuid.read(in).uuid()
                        + "'");
    }

    private static Work missing(ErrorCode code, String detail) {
        return new Work.Failed(ErrorRecord.of(code, domain(code), detail));
    }

    /// The driver that would have found it.
    private static ErrorDomain domain(ErrorCode code) {
        return switch (code) {
            case NO_NETWORK -> ErrorDomain.NETWORK;
            case NO_NODE_DEVICE -> ErrorDomain.NODE_DEVICE;
            case NO_INTERFACE -> ErrorDomain.INTERFACE;
            case NO_SECRET -> ErrorDomain.SECRET;
            case NO_NWFILTER, NO_NWFILTER_BINDING -> ErrorDomain.NWFILTER;
            default -> ErrorDomain.QEMU;
        };
    }
}
