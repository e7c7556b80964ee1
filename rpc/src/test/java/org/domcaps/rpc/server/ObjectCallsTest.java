package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;
import org.domcaps.rpc.message.ObjectArguments;
import org.domcaps.rpc.message.ObjectResult;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// Calls about objects and about the state of the machine: each reaches the one who knows, with its
/// arguments, and what nobody has is not found.
class ObjectCallsTest {

    private static final Payload POOL = new ObjectArguments.Pool(FakeStorage.POOL);
    private static final Payload POOL_3 = new ObjectArguments.PoolWithFlags(FakeStorage.POOL, 3);
    private static final Payload VOLUME = new ObjectArguments.Volume(FakeStorage.SECOND);
    private static final Payload VOLUME_3 =
            new ObjectArguments.VolumeWithFlags(FakeStorage.SECOND, 3);
    private static final UUID ID = UUID.fromString("0123abcd-0000-4000-8000-00000000000f");

    @TempDir Path folder;
    private Running running;
    private Probe client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = Probe.open(running.socket());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        running.close();
    }

    private List<String> asked() {
        return running.host().storageEvents;
    }

    private void expect(Procedure procedure, Payload arguments, Payload result, String asked)
            throws IOException {
        asked().clear();
        assertThat(client.ok(procedure, arguments).payload())
                .as(procedure.name())
                .isEqualTo(result.toBytes());
        assertThat(asked()).as(procedure.name()).containsExactly(asked);
    }

    @Test
    void poolsAreLookedUp() throws IOException {
        Payload pool = new ObjectResult.Pool(FakeStorage.POOL);
        expect(
                Procedure.STORAGE_POOL_LOOKUP_BY_NAME,
                new Arguments.Text("x"),
                pool,
                "poolByName x");
        expect(
                Procedure.STORAGE_POOL_LOOKUP_BY_UUID,
                new ObjectArguments.Uuid(ID),
                pool,
                "poolByUuid " + ID);
        expect(
                Procedure.STORAGE_POOL_LOOKUP_BY_TARGET_PATH,
                new Arguments.Text("/x"),
                pool,
                "poolByTarget /x");
        expect(Procedure.STORAGE_POOL_LOOKUP_BY_VOLUME, VOLUME, pool, "poolOf /pool/b");
        expect(
                Procedure.CONNECT_LIST_ALL_STORAGE_POOLS,
                new Arguments.ListAll(true, 5),
                new ObjectResult.Pools(List.of(FakeStorage.POOL), 1),
                "pools 5");
        expect(
                Procedure.CONNECT_LIST_ALL_STORAGE_POOLS,
                new Arguments.ListAll(false, 5),
                new ObjectResult.Pools(List.of(), 1),
                "pools 5");
        expect(
                Procedure.CONNECT_NUM_OF_STORAGE_POOLS,
                new Arguments.None(),
                new Result.Number(1),
                "pools 2");
        expect(
                Procedure.CONNECT_LIST_DEFINED_STORAGE_POOLS,
                new Arguments.Number(9),
                new Result.Names(List.of("pool")),
                "pools 1");
        expect(
                Procedure.CONNECT_LIST_STORAGE_POOLS,
                new Arguments.Number(-1),
                new Result.Names(List.of()),
                "pools 2");
    }

    @Test
    void poolsAreChanged() throws IOException {
        Payload pool = new ObjectResult.Pool(FakeStorage.POOL);
        Payload nothing = new Result.Nothing();
        Payload definition = new ObjectArguments.Definition("<pool/>", 3);
        expect(Procedure.STORAGE_POOL_DEFINE_XML, definition, pool, "define <pool/> 3");
        expect(Procedure.STORAGE_POOL_CREATE_XML, definition, pool, "create <pool/> 3");
        expect(Procedure.STORAGE_POOL_BUILD, POOL_3, nothing, "build pool 3");
        expect(Procedure.STORAGE_POOL_CREATE, POOL_3, nothing, "start pool 3");
        expect(Procedure.STORAGE_POOL_REFRESH, POOL_3, nothing, "refresh pool 3");
        expect(Procedure.STORAGE_POOL_DESTROY, POOL, nothing, "stop pool");
        expect(Procedure.STORAGE_POOL_UNDEFINE, POOL, nothing, "undefine pool");
        expect(
                Procedure.STORAGE_POOL_SET_AUTOSTART,
                new ObjectArguments.PoolAutostart(FakeStorage.POOL, true),
                nothing,
                "setAutostart pool true");
    }

    @Test
    void poolsTellOfThemselves() throws IOException {
        expect(
                Procedure.STORAGE_POOL_GET_INFO,
                POOL,
                new ObjectResult.PoolInfo(2, 30, 20, 10),
                "info pool");
        expect(
                Procedure.STORAGE_POOL_GET_XML_DESC,
                POOL_3,
                new Result.Text("<pool/>"),
                "poolXml pool 3");
        expect(Procedure.STORAGE_POOL_GET_AUTOSTART, POOL, new Result.Number(1), "autostart pool");
        expect(Procedure.STORAGE_POOL_IS_ACTIVE, POOL, new Result.Number(1), "active pool");
        expect(Procedure.STORAGE_POOL_IS_PERSISTENT, POOL, new Result.Number(0), "persistent pool");
    }

    @Test
    void volumesAreListedAndLookedUp() throws IOException {
        Payload volume = new ObjectResult.Volume(FakeStorage.SECOND);
        expect(Procedure.STORAGE_POOL_NUM_OF_VOLUMES, POOL, new Result.Number(2), "volumes pool 0");
        expect(
                Procedure.STORAGE_POOL_LIST_VOLUMES,
                new ObjectArguments.VolumeNames(FakeStorage.POOL, 1),
                new Result.Names(List.of("a")),
                "volumes pool 0");
        expect(
                Procedure.STORAGE_POOL_LIST_ALL_VOLUMES,
                new ObjectArguments.AllVolumes(FakeStorage.POOL, true, 7),
                new ObjectResult.Volumes(List.of(FakeStorage.FIRST, FakeStorage.SECOND), 2),
                "volumes pool 7");
        expect(
                Procedure.STORAGE_VOL_LOOKUP_BY_NAME,
                new ObjectArguments.VolumeName(FakeStorage.POOL, "b"),
                volume,
                "volumeByName pool b");
        expect(
                Procedure.STORAGE_VOL_LOOKUP_BY_KEY,
                new Arguments.Text("k"),
                volume,
                "volumeByKey k");
        expect(
                Procedure.STORAGE_VOL_LOOKUP_BY_PATH,
                new Arguments.Text("/p"),
                volume,
                "volumeByPath /p");
    }

    @Test
    void volumesTellOfThemselvesAndAreChanged() throws IOException {
        Payload info = new ObjectResult.VolumeInfo(0, 8, 4);
        expect(Procedure.STORAGE_VOL_GET_INFO, VOLUME, info, "volumeInfo /pool/b 0");
        expect(Procedure.STORAGE_VOL_GET_INFO_FLAGS, VOLUME_3, info, "volumeInfo /pool/b 3");
        expect(
                Procedure.STORAGE_VOL_GET_XML_DESC,
                VOLUME_3,
                new Result.Text("<volume/>"),
                "volumeXml /pool/b 3");
        expect(
                Procedure.STORAGE_VOL_GET_PATH,
                VOLUME,
                new Result.Text("/pool/b"),
                "volumePath /pool/b");
        expect(
                Procedure.STORAGE_VOL_CREATE_XML,
                new ObjectArguments.VolumeDefinition(FakeStorage.POOL, "<volume/>", 1),
                new ObjectResult.Volume(FakeStorage.FIRST),
                "createVolume pool <volume/> 1");
        expect(
                Procedure.STORAGE_VOL_CREATE_XML_FROM,
                new ObjectArguments.VolumeClone(
                        FakeStorage.POOL, "<volume/>", FakeStorage.SECOND, 1),
                new ObjectResult.Volume(FakeStorage.FIRST),
                "cloneVolume pool <volume/> /pool/b 1");
        expect(
                Procedure.STORAGE_VOL_DELETE,
                VOLUME_3,
                new Result.Nothing(),
                "deleteVolume /pool/b 3");
    }

    @Test
    void poolsEndWithTheirConnection() throws IOException {
        client.ok(Procedure.STORAGE_POOL_GET_INFO, POOL);
        client.close();

        assertThat(Running.soon(() -> asked().contains("close"))).isTrue();
    }

    @Test
    void readOnlyConnectionsSeePoolsAndChangeNone() throws IOException {
        try (Probe reader = Probe.open(running.readOnly())) {
            reader.ok(Procedure.STORAGE_POOL_GET_INFO, POOL);
            ErrorRecord error =
                    reader.refused(
                            Procedure.STORAGE_POOL_DEFINE_XML,
                            new ObjectArguments.Definition("<pool/>", 0));
            assertThat(error.code()).isEqualTo(29);
            assertThat(error.domain()).isEqualTo(18);
            assertThat(asked()).containsExactly("info pool");
        }
    }

    @Test
    void theStateOfTheMachineIsTold() throws IOException {
        assertThat(
                        client.ask(
                                        Procedure.NODE_GET_FREE_MEMORY,
                                        new Arguments.None(),
                                        NodeResult.Size::read)
                                .bytes())
                .isEqualTo(1L << 40);
        assertThat(
                        client.ask(
                                        Procedure.NODE_GET_CELLS_FREE_MEMORY,
                                        new NodeArguments.FreeCells(3, 9),
                                        NodeResult.Sizes::read)
                                .sizes())
                .containsExactly(3L, 9L);
        assertThat(
                        client.ask(
                                        Procedure.NODE_GET_FREE_PAGES,
                                        new NodeArguments.FreePages(List.of(4, 5), 0, 1, 0),
                                        NodeResult.Sizes::read)
                                .sizes())
                .containsExactly(40L, 50L);
        assertThat(
                        client.ask(
                                Procedure.NODE_GET_MEMORY_STATS,
                                new NodeArguments.MemoryStatistics(4, 2, 0),
                                NodeResult.Figures::read))
                .isEqualTo(new NodeResult.Figures(List.of(new NodeResult.Figure("total", 2)), 4));
        assertThat(
                        client.ask(
                                Procedure.NODE_GET_CPU_MAP,
                                new NodeArguments.CpuMap(true, true, 0),
                                NodeResult.CpuMap::read))
                .isEqualTo(new NodeResult.CpuMap(List.of((byte) 1), 1, 2));
        ErrorRecord error =
                client.refused(
                        Procedure.NODE_GET_CPU_STATS, new NodeArguments.CpuStatistics(9, 0, 0));
        assertThat(error.message()).contains("Invalid cpuNum in aFunction");
        assertThat(error.str1()).contains("aFunction");
        assertThat(error.str2()).contains("cpuNum");
        assertThat(error.int1()).isZero();
    }

    private void missing(
            Procedure procedure, Payload arguments, int code, int domain, String message)
            throws IOException {
        ErrorRecord error = client.refused(procedure, arguments);
        assertThat(error.message()).contains(message);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.domain()).isEqualTo(domain);
    }

    @Test
    void whatNobodyHasIsNotFoundByName() throws IOException {
        Payload x = new Arguments.Text("x");
        missing(
                Procedure.DOMAIN_LOOKUP_BY_NAME,
                x,
                42,
                10,
                "Domain not found: no domain with matching name 'x'");
        missing(
                Procedure.NETWORK_LOOKUP_BY_NAME,
                x,
                43,
                19,
                "Network not found: no network with matching name 'x'");
        missing(
                Procedure.NODE_DEVICE_LOOKUP_BY_NAME,
                x,
                53,
                22,
                "Node device not found: no node device with matching name 'x'");
        missing(
                Procedure.INTERFACE_LOOKUP_BY_NAME,
                x,
                57,
                26,
                "Interface not found: couldn't find interface named 'x'");
        missing(
                Procedure.INTERFACE_LOOKUP_BY_MAC_STRING,
                x,
                57,
                26,
                "Interface not found: couldn't find interface with MAC address 'x'");
        missing(
                Procedure.NWFILTER_LOOKUP_BY_NAME,
                x,
                62,
                33,
                "Network filter not found: no nwfilter with matching name 'x'");
        missing(
                Procedure.NWFILTER_BINDING_LOOKUP_BY_PORT_DEV,
                x,
                101,
                33,
                "Network filter binding not found: no nwfilter binding for port dev 'x'");
    }

    @Test
    void whatNobodyHasIsNotFoundByNumberOrUse() throws IOException {
        Payload id = new ObjectArguments.Uuid(ID);
        missing(
                Procedure.DOMAIN_LOOKUP_BY_ID,
                new Arguments.Number(7),
                42,
                10,
                "Domain not found: no domain with matching id 7");
        missing(
                Procedure.DOMAIN_LOOKUP_BY_UUID,
                id,
                42,
                10,
                "Domain not found: no domain with matching uuid '" + ID + "'");
        missing(
                Procedure.NETWORK_LOOKUP_BY_UUID,
                id,
                43,
                19,
                "Network not found: no network with matching uuid '" + ID + "'");
        missing(
                Procedure.SECRET_LOOKUP_BY_UUID,
                id,
                66,
                30,
                "Secret not found: no secret with matching uuid '" + ID + "'");
        missing(
                Procedure.NWFILTER_LOOKUP_BY_UUID,
                id,
                62,
                33,
                "Network filter not found: no nwfilter with matching uuid '" + ID + "'");
        missing(
                Procedure.SECRET_LOOKUP_BY_USAGE,
                new ObjectArguments.SecretUsage(1, "/x"),
                66,
                30,
                "Secret not found: no secret with matching usage '/x'");
    }

    @Test
    void wishesForEventsAreTakenAndTakenBackOnce() throws IOException {
        int first = wish(Procedure.CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, 29);
        int second = wish(Procedure.CONNECT_NETWORK_EVENT_REGISTER_ANY, 0);
        assertThat(second).isNotEqualTo(first);
        missing(
                Procedure.CONNECT_NETWORK_EVENT_DEREGISTER_ANY,
                new Arguments.Number(first),
                1,
                7,
                "internal error: network event callback " + first + " not registered");
        client.ok(
                Procedure.CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY,
                new Arguments.Number(first));
        missing(
                Procedure.CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY,
                new Arguments.Number(first),
                1,
                7,
                "internal error: domain event callback " + first + " not registered");
        missing(
                Procedure.CONNECT_SECRET_EVENT_REGISTER_ANY,
                new ObjectArguments.EventWish(2, false),
                1,
                7,
                "internal error: unsupported secret event ID 2");
    }

    private int wish(Procedure procedure, int event) throws IOException {
        return client.ask(
                        procedure, new ObjectArguments.EventWish(event, false), Result.Number::read)
                .value();
    }

    @Test
    void wishesForEventsAreBounded() {
        EventWishes wishes = new EventWishes();
        for (int i = 0; i < EventWishes.MOST; i++) {
            wishes.add(EventWishes.Kind.DOMAIN, 0);
        }
        assertThatThrownBy(() -> wishes.add(EventWishes.Kind.NETWORK, 0))
                .hasMessage("more than 128 event callbacks of one connection");
    }
}
