package org.domcaps.rpc.message;

import org.domcaps.driver.ErrorDomain;

import java.util.Objects;
import java.util.Optional;

/// The procedures of the program [Program#REMOTE]: number, name of the API function that a call
/// stands for, the part of libvirt that answers for it, and whether a read-only connection may call
/// it.
///
/// Rows are ordered by number. Numbers of events lie between them ([#isEvent]); together they leave
/// no gap up to [#LAST]. Procedures are only ever added at the end, so a number means the same to
/// every release.
public enum Procedure {
    CONNECT_OPEN(1, "virConnectOpen", ErrorDomain.RPC, Access.READ),
    CONNECT_CLOSE(2, "virConnectClose", ErrorDomain.RPC, Access.READ),
    CONNECT_GET_TYPE(3, "virConnectGetType", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_GET_VERSION(4, "virConnectGetVersion", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_GET_MAX_VCPUS(5, "virConnectGetMaxVcpus", ErrorDomain.DOMAIN, Access.READ),
    NODE_GET_INFO(6, "virNodeGetInfo", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_GET_CAPABILITIES(7, "virConnectGetCapabilities", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_ATTACH_DEVICE(8, "virDomainAttachDevice", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_CREATE(9, "virDomainCreate", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_CREATE_XML(10, "virDomainCreateXML", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DEFINE_XML(11, "virDomainDefineXML", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DESTROY(12, "virDomainDestroy", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DETACH_DEVICE(13, "virDomainDetachDevice", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_XML_DESC(14, "virDomainGetXMLDesc", ErrorDomain.DOMAIN, Access.WRITE_WITH_FLAGS),
    DOMAIN_GET_AUTOSTART(15, "virDomainGetAutostart", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_INFO(16, "virDomainGetInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_MAX_MEMORY(17, "virDomainGetMaxMemory", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_MAX_VCPUS(18, "virDomainGetMaxVcpus", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_OS_TYPE(19, "virDomainGetOSType", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_VCPUS(20, "virDomainGetVcpus", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_LIST_DEFINED_DOMAINS(
            21, "virConnectListDefinedDomains", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_LOOKUP_BY_ID(22, "virDomainLookupByID", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_LOOKUP_BY_NAME(23, "virDomainLookupByName", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_LOOKUP_BY_UUID(24, "virDomainLookupByUUID", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_NUM_OF_DEFINED_DOMAINS(
            25, "virConnectNumOfDefinedDomains", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_PIN_VCPU(26, "virDomainPinVcpu", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_REBOOT(27, "virDomainReboot", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_RESUME(28, "virDomainResume", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_AUTOSTART(29, "virDomainSetAutostart", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_MAX_MEMORY(30, "virDomainSetMaxMemory", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_MEMORY(31, "virDomainSetMemory", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_VCPUS(32, "virDomainSetVcpus", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SHUTDOWN(33, "virDomainShutdown", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SUSPEND(34, "virDomainSuspend", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_UNDEFINE(35, "virDomainUndefine", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_LIST_DEFINED_NETWORKS(
            36, "virConnectListDefinedNetworks", ErrorDomain.NETWORK, Access.READ),
    CONNECT_LIST_DOMAINS(37, "virConnectListDomains", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_LIST_NETWORKS(38, "virConnectListNetworks", ErrorDomain.NETWORK, Access.READ),
    NETWORK_CREATE(39, "virNetworkCreate", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_CREATE_XML(40, "virNetworkCreateXML", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_DEFINE_XML(41, "virNetworkDefineXML", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_DESTROY(42, "virNetworkDestroy", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_GET_XML_DESC(43, "virNetworkGetXMLDesc", ErrorDomain.NETWORK, Access.READ),
    NETWORK_GET_AUTOSTART(44, "virNetworkGetAutostart", ErrorDomain.NETWORK, Access.READ),
    NETWORK_GET_BRIDGE_NAME(45, "virNetworkGetBridgeName", ErrorDomain.NETWORK, Access.READ),
    NETWORK_LOOKUP_BY_NAME(46, "virNetworkLookupByName", ErrorDomain.NETWORK, Access.READ),
    NETWORK_LOOKUP_BY_UUID(47, "virNetworkLookupByUUID", ErrorDomain.NETWORK, Access.READ),
    NETWORK_SET_AUTOSTART(48, "virNetworkSetAutostart", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_UNDEFINE(49, "virNetworkUndefine", ErrorDomain.NETWORK, Access.WRITE),
    CONNECT_NUM_OF_DEFINED_NETWORKS(
            50, "virConnectNumOfDefinedNetworks", ErrorDomain.NETWORK, Access.READ),
    CONNECT_NUM_OF_DOMAINS(51, "virConnectNumOfDomains", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_NUM_OF_NETWORKS(52, "virConnectNumOfNetworks", ErrorDomain.NETWORK, Access.READ),
    DOMAIN_CORE_DUMP(53, "virDomainCoreDump", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_RESTORE(54, "virDomainRestore", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SAVE(55, "virDomainSave", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_SCHEDULER_TYPE(56, "virDomainGetSchedulerType", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_SCHEDULER_PARAMETERS(
            57, "virDomainGetSchedulerParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_SCHEDULER_PARAMETERS(
            58, "virDomainSetSchedulerParameters", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_GET_HOSTNAME(59, "virConnectGetHostname", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_SUPPORTS_FEATURE(60, "virConnectSupportsFeature", ErrorDomain.RPC, Access.READ),
    DOMAIN_MIGRATE_PREPARE(61, "virDomainMigratePrepare", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PERFORM(62, "virDomainMigratePerform", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_FINISH(63, "virDomainMigrateFinish", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BLOCK_STATS(64, "virDomainBlockStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_INTERFACE_STATS(65, "virDomainInterfaceStats", ErrorDomain.DOMAIN, Access.READ),
    AUTH_LIST(66, "virAuthList", ErrorDomain.RPC, Access.READ),
    AUTH_SASL_INIT(67, "virAuthSaslInit", ErrorDomain.RPC, Access.READ),
    AUTH_SASL_START(68, "virAuthSaslStart", ErrorDomain.RPC, Access.READ),
    AUTH_SASL_STEP(69, "virAuthSaslStep", ErrorDomain.RPC, Access.READ),
    AUTH_POLKIT(70, "virAuthPolkit", ErrorDomain.RPC, Access.READ),
    CONNECT_NUM_OF_STORAGE_POOLS(
            71, "virConnectNumOfStoragePools", ErrorDomain.STORAGE, Access.READ),
    CONNECT_LIST_STORAGE_POOLS(72, "virConnectListStoragePools", ErrorDomain.STORAGE, Access.READ),
    CONNECT_NUM_OF_DEFINED_STORAGE_POOLS(
            73, "virConnectNumOfDefinedStoragePools", ErrorDomain.STORAGE, Access.READ),
    CONNECT_LIST_DEFINED_STORAGE_POOLS(
            74, "virConnectListDefinedStoragePools", ErrorDomain.STORAGE, Access.READ),
    CONNECT_FIND_STORAGE_POOL_SOURCES(
            75, "virConnectFindStoragePoolSources", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_CREATE_XML(76, "virStoragePoolCreateXML", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_DEFINE_XML(77, "virStoragePoolDefineXML", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_CREATE(78, "virStoragePoolCreate", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_BUILD(79, "virStoragePoolBuild", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_DESTROY(80, "virStoragePoolDestroy", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_DELETE(81, "virStoragePoolDelete", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_UNDEFINE(82, "virStoragePoolUndefine", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_REFRESH(83, "virStoragePoolRefresh", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_LOOKUP_BY_NAME(84, "virStoragePoolLookupByName", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_LOOKUP_BY_UUID(85, "virStoragePoolLookupByUUID", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_LOOKUP_BY_VOLUME(
            86, "virStoragePoolLookupByVolume", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_GET_INFO(87, "virStoragePoolGetInfo", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_GET_XML_DESC(88, "virStoragePoolGetXMLDesc", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_GET_AUTOSTART(89, "virStoragePoolGetAutostart", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_SET_AUTOSTART(90, "virStoragePoolSetAutostart", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_POOL_NUM_OF_VOLUMES(91, "virStoragePoolNumOfVolumes", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_LIST_VOLUMES(92, "virStoragePoolListVolumes", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_CREATE_XML(93, "virStorageVolCreateXML", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_VOL_DELETE(94, "virStorageVolDelete", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_VOL_LOOKUP_BY_NAME(95, "virStorageVolLookupByName", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_LOOKUP_BY_KEY(96, "virStorageVolLookupByKey", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_LOOKUP_BY_PATH(97, "virStorageVolLookupByPath", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_GET_INFO(98, "virStorageVolGetInfo", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_GET_XML_DESC(99, "virStorageVolGetXMLDesc", ErrorDomain.STORAGE, Access.READ),
    STORAGE_VOL_GET_PATH(100, "virStorageVolGetPath", ErrorDomain.STORAGE, Access.READ),
    NODE_GET_CELLS_FREE_MEMORY(101, "virNodeGetCellsFreeMemory", ErrorDomain.DOMAIN, Access.READ),
    NODE_GET_FREE_MEMORY(102, "virNodeGetFreeMemory", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_BLOCK_PEEK(103, "virDomainBlockPeek", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MEMORY_PEEK(104, "virDomainMemoryPeek", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_DOMAIN_EVENT_REGISTER(
            105, "virConnectDomainEventRegister", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_DOMAIN_EVENT_DEREGISTER(
            106, "virConnectDomainEventDeregister", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_PREPARE2(108, "virDomainMigratePrepare2", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_FINISH2(109, "virDomainMigrateFinish2", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_GET_URI(110, "virConnectGetURI", ErrorDomain.DOMAIN, Access.READ),
    NODE_NUM_OF_DEVICES(111, "virNodeNumOfDevices", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_LIST_DEVICES(112, "virNodeListDevices", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_LOOKUP_BY_NAME(
            113, "virNodeDeviceLookupByName", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_GET_XML_DESC(114, "virNodeDeviceGetXMLDesc", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_GET_PARENT(115, "virNodeDeviceGetParent", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_NUM_OF_CAPS(116, "virNodeDeviceNumOfCaps", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_LIST_CAPS(117, "virNodeDeviceListCaps", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_DETTACH(118, "virNodeDeviceDettach", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_RE_ATTACH(119, "virNodeDeviceReAttach", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_RESET(120, "virNodeDeviceReset", ErrorDomain.NODE_DEVICE, Access.WRITE),
    DOMAIN_GET_SECURITY_LABEL(121, "virDomainGetSecurityLabel", ErrorDomain.DOMAIN, Access.READ),
    NODE_GET_SECURITY_MODEL(122, "virNodeGetSecurityModel", ErrorDomain.DOMAIN, Access.READ),
    NODE_DEVICE_CREATE_XML(123, "virNodeDeviceCreateXML", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_DESTROY(124, "virNodeDeviceDestroy", ErrorDomain.NODE_DEVICE, Access.WRITE),
    STORAGE_VOL_CREATE_XML_FROM(
            125, "virStorageVolCreateXMLFrom", ErrorDomain.STORAGE, Access.WRITE),
    CONNECT_NUM_OF_INTERFACES(126, "virConnectNumOfInterfaces", ErrorDomain.INTERFACE, Access.READ),
    CONNECT_LIST_INTERFACES(127, "virConnectListInterfaces", ErrorDomain.INTERFACE, Access.READ),
    INTERFACE_LOOKUP_BY_NAME(128, "virInterfaceLookupByName", ErrorDomain.INTERFACE, Access.READ),
    INTERFACE_LOOKUP_BY_MAC_STRING(
            129, "virInterfaceLookupByMACString", ErrorDomain.INTERFACE, Access.READ),
    INTERFACE_GET_XML_DESC(130, "virInterfaceGetXMLDesc", ErrorDomain.INTERFACE, Access.READ),
    INTERFACE_DEFINE_XML(131, "virInterfaceDefineXML", ErrorDomain.INTERFACE, Access.WRITE),
    INTERFACE_UNDEFINE(132, "virInterfaceUndefine", ErrorDomain.INTERFACE, Access.WRITE),
    INTERFACE_CREATE(133, "virInterfaceCreate", ErrorDomain.INTERFACE, Access.WRITE),
    INTERFACE_DESTROY(134, "virInterfaceDestroy", ErrorDomain.INTERFACE, Access.WRITE),
    CONNECT_DOMAIN_XML_FROM_NATIVE(
            135, "virConnectDomainXMLFromNative", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_DOMAIN_XML_TO_NATIVE(
            136, "virConnectDomainXMLToNative", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_NUM_OF_DEFINED_INTERFACES(
            137, "virConnectNumOfDefinedInterfaces", ErrorDomain.INTERFACE, Access.READ),
    CONNECT_LIST_DEFINED_INTERFACES(
            138, "virConnectListDefinedInterfaces", ErrorDomain.INTERFACE, Access.READ),
    CONNECT_NUM_OF_SECRETS(139, "virConnectNumOfSecrets", ErrorDomain.SECRET, Access.READ),
    CONNECT_LIST_SECRETS(140, "virConnectListSecrets", ErrorDomain.SECRET, Access.READ),
    SECRET_LOOKUP_BY_UUID(141, "virSecretLookupByUUID", ErrorDomain.SECRET, Access.READ),
    SECRET_DEFINE_XML(142, "virSecretDefineXML", ErrorDomain.SECRET, Access.WRITE),
    SECRET_GET_XML_DESC(143, "virSecretGetXMLDesc", ErrorDomain.SECRET, Access.READ),
    SECRET_SET_VALUE(144, "virSecretSetValue", ErrorDomain.SECRET, Access.WRITE),
    SECRET_GET_VALUE(145, "virSecretGetValue", ErrorDomain.SECRET, Access.WRITE),
    SECRET_UNDEFINE(146, "virSecretUndefine", ErrorDomain.SECRET, Access.WRITE),
    SECRET_LOOKUP_BY_USAGE(147, "virSecretLookupByUsage", ErrorDomain.SECRET, Access.READ),
    DOMAIN_MIGRATE_PREPARE_TUNNEL(
            148, "virDomainMigratePrepareTunnel", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_IS_SECURE(149, "virConnectIsSecure", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_IS_ACTIVE(150, "virDomainIsActive", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_IS_PERSISTENT(151, "virDomainIsPersistent", ErrorDomain.DOMAIN, Access.READ),
    NETWORK_IS_ACTIVE(152, "virNetworkIsActive", ErrorDomain.NETWORK, Access.READ),
    NETWORK_IS_PERSISTENT(153, "virNetworkIsPersistent", ErrorDomain.NETWORK, Access.READ),
    STORAGE_POOL_IS_ACTIVE(154, "virStoragePoolIsActive", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_IS_PERSISTENT(155, "virStoragePoolIsPersistent", ErrorDomain.STORAGE, Access.READ),
    INTERFACE_IS_ACTIVE(156, "virInterfaceIsActive", ErrorDomain.INTERFACE, Access.READ),
    CONNECT_GET_LIB_VERSION(157, "virConnectGetLibVersion", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_COMPARE_CPU(158, "virConnectCompareCPU", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MEMORY_STATS(159, "virDomainMemoryStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_ATTACH_DEVICE_FLAGS(160, "virDomainAttachDeviceFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DETACH_DEVICE_FLAGS(161, "virDomainDetachDeviceFlags", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_BASELINE_CPU(162, "virConnectBaselineCPU", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_JOB_INFO(163, "virDomainGetJobInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_ABORT_JOB(164, "virDomainAbortJob", ErrorDomain.DOMAIN, Access.WRITE),
    STORAGE_VOL_WIPE(165, "virStorageVolWipe", ErrorDomain.STORAGE, Access.WRITE),
    DOMAIN_MIGRATE_SET_MAX_DOWNTIME(
            166, "virDomainMigrateSetMaxDowntime", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_DOMAIN_EVENT_REGISTER_ANY(
            167, "virConnectDomainEventRegisterAny", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_DOMAIN_EVENT_DEREGISTER_ANY(
            168, "virConnectDomainEventDeregisterAny", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_UPDATE_DEVICE_FLAGS(174, "virDomainUpdateDeviceFlags", ErrorDomain.DOMAIN, Access.WRITE),
    NWFILTER_LOOKUP_BY_NAME(175, "virNWFilterLookupByName", ErrorDomain.NWFILTER, Access.READ),
    NWFILTER_LOOKUP_BY_UUID(176, "virNWFilterLookupByUUID", ErrorDomain.NWFILTER, Access.READ),
    NWFILTER_GET_XML_DESC(177, "virNWFilterGetXMLDesc", ErrorDomain.NWFILTER, Access.READ),
    CONNECT_NUM_OF_NWFILTERS(178, "virConnectNumOfNWFilters", ErrorDomain.NWFILTER, Access.READ),
    CONNECT_LIST_NWFILTERS(179, "virConnectListNWFilters", ErrorDomain.NWFILTER, Access.READ),
    NWFILTER_DEFINE_XML(180, "virNWFilterDefineXML", ErrorDomain.NWFILTER, Access.WRITE),
    NWFILTER_UNDEFINE(181, "virNWFilterUndefine", ErrorDomain.NWFILTER, Access.WRITE),
    DOMAIN_MANAGED_SAVE(182, "virDomainManagedSave", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_HAS_MANAGED_SAVE_IMAGE(
            183, "virDomainHasManagedSaveImage", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MANAGED_SAVE_REMOVE(184, "virDomainManagedSaveRemove", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SNAPSHOT_CREATE_XML(
            185, "virDomainSnapshotCreateXML", ErrorDomain.SNAPSHOT, Access.WRITE),
    DOMAIN_SNAPSHOT_GET_XML_DESC(
            186, "virDomainSnapshotGetXMLDesc", ErrorDomain.SNAPSHOT, Access.WRITE_WITH_FLAGS),
    DOMAIN_SNAPSHOT_NUM(187, "virDomainSnapshotNum", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_LIST_NAMES(
            188, "virDomainSnapshotListNames", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_LOOKUP_BY_NAME(
            189, "virDomainSnapshotLookupByName", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_HAS_CURRENT_SNAPSHOT(
            190, "virDomainHasCurrentSnapshot", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_CURRENT(191, "virDomainSnapshotCurrent", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_REVERT_TO_SNAPSHOT(192, "virDomainRevertToSnapshot", ErrorDomain.SNAPSHOT, Access.WRITE),
    DOMAIN_SNAPSHOT_DELETE(193, "virDomainSnapshotDelete", ErrorDomain.SNAPSHOT, Access.WRITE),
    DOMAIN_GET_BLOCK_INFO(194, "virDomainGetBlockInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_CREATE_WITH_FLAGS(196, "virDomainCreateWithFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_MEMORY_PARAMETERS(
            197, "virDomainSetMemoryParameters", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_MEMORY_PARAMETERS(
            198, "virDomainGetMemoryParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_VCPUS_FLAGS(199, "virDomainSetVcpusFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_VCPUS_FLAGS(
            200, "virDomainGetVcpusFlags", ErrorDomain.DOMAIN, Access.WRITE_WITH_FLAGS),
    DOMAIN_OPEN_CONSOLE(201, "virDomainOpenConsole", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_IS_UPDATED(202, "virDomainIsUpdated", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_GET_SYSINFO(203, "virConnectGetSysinfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_MEMORY_FLAGS(204, "virDomainSetMemoryFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_BLKIO_PARAMETERS(
            205, "virDomainSetBlkioParameters", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_BLKIO_PARAMETERS(
            206, "virDomainGetBlkioParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_SET_MAX_SPEED(
            207, "virDomainMigrateSetMaxSpeed", ErrorDomain.DOMAIN, Access.WRITE),
    STORAGE_VOL_UPLOAD(208, "virStorageVolUpload", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_VOL_DOWNLOAD(209, "virStorageVolDownload", ErrorDomain.STORAGE, Access.WRITE),
    DOMAIN_INJECT_NMI(210, "virDomainInjectNMI", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SCREENSHOT(211, "virDomainScreenshot", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_STATE(212, "virDomainGetState", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_BEGIN3(213, "virDomainMigrateBegin3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PREPARE3(214, "virDomainMigratePrepare3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PREPARE_TUNNEL3(
            215, "virDomainMigratePrepareTunnel3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PERFORM3(216, "virDomainMigratePerform3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_FINISH3(217, "virDomainMigrateFinish3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_CONFIRM3(218, "virDomainMigrateConfirm3", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS(
            219, "virDomainSetSchedulerParametersFlags", ErrorDomain.DOMAIN, Access.WRITE),
    INTERFACE_CHANGE_BEGIN(220, "virInterfaceChangeBegin", ErrorDomain.INTERFACE, Access.WRITE),
    INTERFACE_CHANGE_COMMIT(221, "virInterfaceChangeCommit", ErrorDomain.INTERFACE, Access.WRITE),
    INTERFACE_CHANGE_ROLLBACK(
            222, "virInterfaceChangeRollback", ErrorDomain.INTERFACE, Access.WRITE),
    DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS(
            223, "virDomainGetSchedulerParametersFlags", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_PIN_VCPU_FLAGS(225, "virDomainPinVcpuFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SEND_KEY(226, "virDomainSendKey", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_GET_CPU_STATS(227, "virNodeGetCPUStats", ErrorDomain.DOMAIN, Access.READ),
    NODE_GET_MEMORY_STATS(228, "virNodeGetMemoryStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_CONTROL_INFO(229, "virDomainGetControlInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_VCPU_PIN_INFO(230, "virDomainGetVcpuPinInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_UNDEFINE_FLAGS(231, "virDomainUndefineFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SAVE_FLAGS(232, "virDomainSaveFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_RESTORE_FLAGS(233, "virDomainRestoreFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DESTROY_FLAGS(234, "virDomainDestroyFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SAVE_IMAGE_GET_XML_DESC(
            235, "virDomainSaveImageGetXMLDesc", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SAVE_IMAGE_DEFINE_XML(
            236, "virDomainSaveImageDefineXML", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BLOCK_JOB_ABORT(237, "virDomainBlockJobAbort", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_BLOCK_JOB_INFO(238, "virDomainGetBlockJobInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_BLOCK_JOB_SET_SPEED(239, "virDomainBlockJobSetSpeed", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BLOCK_PULL(240, "virDomainBlockPull", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_GET_MAX_SPEED(
            242, "virDomainMigrateGetMaxSpeed", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BLOCK_STATS_FLAGS(243, "virDomainBlockStatsFlags", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SNAPSHOT_GET_PARENT(
            244, "virDomainSnapshotGetParent", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_RESET(245, "virDomainReset", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SNAPSHOT_NUM_CHILDREN(
            246, "virDomainSnapshotNumChildren", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_LIST_CHILDREN_NAMES(
            247, "virDomainSnapshotListChildrenNames", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_OPEN_GRAPHICS(249, "virDomainOpenGraphics", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_SUSPEND_FOR_DURATION(250, "virNodeSuspendForDuration", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BLOCK_RESIZE(251, "virDomainBlockResize", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_BLOCK_IO_TUNE(252, "virDomainSetBlockIoTune", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_BLOCK_IO_TUNE(253, "virDomainGetBlockIoTune", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_NUMA_PARAMETERS(254, "virDomainSetNumaParameters", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_NUMA_PARAMETERS(255, "virDomainGetNumaParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_INTERFACE_PARAMETERS(
            256, "virDomainSetInterfaceParameters", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_INTERFACE_PARAMETERS(
            257, "virDomainGetInterfaceParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SHUTDOWN_FLAGS(258, "virDomainShutdownFlags", ErrorDomain.DOMAIN, Access.WRITE),
    STORAGE_VOL_WIPE_PATTERN(259, "virStorageVolWipePattern", ErrorDomain.STORAGE, Access.WRITE),
    STORAGE_VOL_RESIZE(260, "virStorageVolResize", ErrorDomain.STORAGE, Access.WRITE),
    DOMAIN_PM_SUSPEND_FOR_DURATION(
            261, "virDomainPMSuspendForDuration", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_CPU_STATS(262, "virDomainGetCPUStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_GET_DISK_ERRORS(263, "virDomainGetDiskErrors", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_METADATA(264, "virDomainSetMetadata", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_METADATA(265, "virDomainGetMetadata", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_BLOCK_REBASE(266, "virDomainBlockRebase", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_PM_WAKEUP(267, "virDomainPMWakeup", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SNAPSHOT_IS_CURRENT(
            271, "virDomainSnapshotIsCurrent", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_HAS_METADATA(
            272, "virDomainSnapshotHasMetadata", ErrorDomain.SNAPSHOT, Access.READ),
    CONNECT_LIST_ALL_DOMAINS(273, "virConnectListAllDomains", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_LIST_ALL_SNAPSHOTS(274, "virDomainListAllSnapshots", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN(
            275, "virDomainSnapshotListAllChildren", ErrorDomain.SNAPSHOT, Access.READ),
    DOMAIN_GET_HOSTNAME(277, "virDomainGetHostname", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_SECURITY_LABEL_LIST(
            278, "virDomainGetSecurityLabelList", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_PIN_EMULATOR(279, "virDomainPinEmulator", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_EMULATOR_PIN_INFO(
            280, "virDomainGetEmulatorPinInfo", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_LIST_ALL_STORAGE_POOLS(
            281, "virConnectListAllStoragePools", ErrorDomain.STORAGE, Access.READ),
    STORAGE_POOL_LIST_ALL_VOLUMES(
            282, "virStoragePoolListAllVolumes", ErrorDomain.STORAGE, Access.READ),
    CONNECT_LIST_ALL_NETWORKS(283, "virConnectListAllNetworks", ErrorDomain.NETWORK, Access.READ),
    CONNECT_LIST_ALL_INTERFACES(
            284, "virConnectListAllInterfaces", ErrorDomain.INTERFACE, Access.READ),
    CONNECT_LIST_ALL_NODE_DEVICES(
            285, "virConnectListAllNodeDevices", ErrorDomain.NODE_DEVICE, Access.READ),
    CONNECT_LIST_ALL_NWFILTERS(
            286, "virConnectListAllNWFilters", ErrorDomain.NWFILTER, Access.READ),
    CONNECT_LIST_ALL_SECRETS(287, "virConnectListAllSecrets", ErrorDomain.SECRET, Access.READ),
    NODE_SET_MEMORY_PARAMETERS(288, "virNodeSetMemoryParameters", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_GET_MEMORY_PARAMETERS(289, "virNodeGetMemoryParameters", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_BLOCK_COMMIT(290, "virDomainBlockCommit", ErrorDomain.DOMAIN, Access.WRITE),
    NETWORK_UPDATE(291, "virNetworkUpdate", ErrorDomain.NETWORK, Access.WRITE),
    NODE_GET_CPU_MAP(293, "virNodeGetCPUMap", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_FS_TRIM(294, "virDomainFSTrim", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SEND_PROCESS_SIGNAL(295, "virDomainSendProcessSignal", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_OPEN_CHANNEL(296, "virDomainOpenChannel", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_DEVICE_LOOKUP_SCSI_HOST_BY_WWN(
            297, "virNodeDeviceLookupSCSIHostByWWN", ErrorDomain.NODE_DEVICE, Access.READ),
    DOMAIN_GET_JOB_STATS(298, "virDomainGetJobStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_GET_COMPRESSION_CACHE(
            299, "virDomainMigrateGetCompressionCache", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_SET_COMPRESSION_CACHE(
            300, "virDomainMigrateSetCompressionCache", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_DEVICE_DETACH_FLAGS(
            301, "virNodeDeviceDetachFlags", ErrorDomain.NODE_DEVICE, Access.WRITE),
    DOMAIN_MIGRATE_BEGIN3_PARAMS(
            302, "virDomainMigrateBegin3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PREPARE3_PARAMS(
            303, "virDomainMigratePrepare3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS(
            304, "virDomainMigratePrepareTunnel3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_PERFORM3_PARAMS(
            305, "virDomainMigratePerform3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_FINISH3_PARAMS(
            306, "virDomainMigrateFinish3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_CONFIRM3_PARAMS(
            307, "virDomainMigrateConfirm3Params", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_MEMORY_STATS_PERIOD(
            308, "virDomainSetMemoryStatsPeriod", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_CREATE_XML_WITH_FILES(
            309, "virDomainCreateXMLWithFiles", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_CREATE_WITH_FILES(310, "virDomainCreateWithFiles", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_GET_CPU_MODEL_NAMES(312, "virConnectGetCPUModelNames", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_NETWORK_EVENT_REGISTER_ANY(
            313, "virConnectNetworkEventRegisterAny", ErrorDomain.NETWORK, Access.READ),
    CONNECT_NETWORK_EVENT_DEREGISTER_ANY(
            314, "virConnectNetworkEventDeregisterAny", ErrorDomain.NETWORK, Access.READ),
    CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY(
            316, "virConnectDomainEventRegisterAny", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY(
            317, "virConnectDomainEventDeregisterAny", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_CORE_DUMP_WITH_FORMAT(
            334, "virDomainCoreDumpWithFormat", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_FS_FREEZE(335, "virDomainFSFreeze", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_FS_THAW(336, "virDomainFSThaw", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_TIME(337, "virDomainGetTime", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_TIME(338, "virDomainSetTime", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_GET_FREE_PAGES(340, "virNodeGetFreePages", ErrorDomain.DOMAIN, Access.READ),
    NETWORK_GET_DHCP_LEASES(341, "virNetworkGetDHCPLeases", ErrorDomain.NETWORK, Access.READ),
    CONNECT_GET_DOMAIN_CAPABILITIES(
            342, "virConnectGetDomainCapabilities", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_OPEN_GRAPHICS_FD(343, "virDomainOpenGraphicsFD", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_GET_ALL_DOMAIN_STATS(
            344, "virConnectGetAllDomainStats", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_BLOCK_COPY(345, "virDomainBlockCopy", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_ALLOC_PAGES(347, "virNodeAllocPages", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_FS_INFO(349, "virDomainGetFSInfo", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DEFINE_XML_FLAGS(350, "virDomainDefineXMLFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_IOTHREAD_INFO(351, "virDomainGetIOThreadInfo", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_PIN_IOTHREAD(352, "virDomainPinIOThread", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_INTERFACE_ADDRESSES(
            353, "virDomainInterfaceAddresses", ErrorDomain.DOMAIN, Access.WRITE_WITH_FLAGS),
    DOMAIN_ADD_IOTHREAD(355, "virDomainAddIOThread", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_DEL_IOTHREAD(356, "virDomainDelIOThread", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_USER_PASSWORD(357, "virDomainSetUserPassword", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_RENAME(358, "virDomainRename", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_REGISTER_CLOSE_CALLBACK(
            360, "virConnectRegisterCloseCallback", ErrorDomain.DOMAIN, Access.READ),
    CONNECT_UNREGISTER_CLOSE_CALLBACK(
            361, "virConnectUnregisterCloseCallback", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MIGRATE_START_POST_COPY(
            364, "virDomainMigrateStartPostCopy", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_PERF_EVENTS(365, "virDomainGetPerfEvents", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_SET_PERF_EVENTS(366, "virDomainSetPerfEvents", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY(
            368, "virConnectStoragePoolEventRegisterAny", ErrorDomain.STORAGE, Access.READ),
    CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY(
            369, "virConnectStoragePoolEventDeregisterAny", ErrorDomain.STORAGE, Access.READ),
    DOMAIN_GET_GUEST_VCPUS(371, "virDomainGetGuestVcpus", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_GUEST_VCPUS(372, "virDomainSetGuestVcpus", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY(
            374, "virConnectNodeDeviceEventRegisterAny", ErrorDomain.NODE_DEVICE, Access.READ),
    CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY(
            375, "virConnectNodeDeviceEventDeregisterAny", ErrorDomain.NODE_DEVICE, Access.READ),
    STORAGE_VOL_GET_INFO_FLAGS(378, "virStorageVolGetInfoFlags", ErrorDomain.STORAGE, Access.READ),
    CONNECT_SECRET_EVENT_REGISTER_ANY(
            380, "virConnectSecretEventRegisterAny", ErrorDomain.SECRET, Access.READ),
    CONNECT_SECRET_EVENT_DEREGISTER_ANY(
            381, "virConnectSecretEventDeregisterAny", ErrorDomain.SECRET, Access.READ),
    DOMAIN_SET_VCPU(384, "virDomainSetVcpu", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_BLOCK_THRESHOLD(386, "virDomainSetBlockThreshold", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_MIGRATE_GET_MAX_DOWNTIME(
            387, "virDomainMigrateGetMaxDowntime", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_MANAGED_SAVE_GET_XML_DESC(
            388, "virDomainManagedSaveGetXMLDesc", ErrorDomain.DOMAIN, Access.WRITE_WITH_FLAGS),
    DOMAIN_MANAGED_SAVE_DEFINE_XML(
            389, "virDomainManagedSaveDefineXML", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SET_LIFECYCLE_ACTION(
            390, "virDomainSetLifecycleAction", ErrorDomain.DOMAIN, Access.WRITE),
    STORAGE_POOL_LOOKUP_BY_TARGET_PATH(
            391, "virStoragePoolLookupByTargetPath", ErrorDomain.STORAGE, Access.READ),
    DOMAIN_DETACH_DEVICE_ALIAS(392, "virDomainDetachDeviceAlias", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_COMPARE_HYPERVISOR_CPU(
            393, "virConnectCompareHypervisorCPU", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_BASELINE_HYPERVISOR_CPU(
            394, "virConnectBaselineHypervisorCPU", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_GET_SEV_INFO(395, "virNodeGetSEVInfo", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_LAUNCH_SECURITY_INFO(
            396, "virDomainGetLaunchSecurityInfo", ErrorDomain.DOMAIN, Access.WRITE),
    NWFILTER_BINDING_LOOKUP_BY_PORT_DEV(
            397, "virNWFilterBindingLookupByPortDev", ErrorDomain.NWFILTER, Access.READ),
    NWFILTER_BINDING_GET_XML_DESC(
            398, "virNWFilterBindingGetXMLDesc", ErrorDomain.NWFILTER, Access.READ),
    NWFILTER_BINDING_CREATE_XML(
            399, "virNWFilterBindingCreateXML", ErrorDomain.NWFILTER, Access.WRITE),
    NWFILTER_BINDING_DELETE(400, "virNWFilterBindingDelete", ErrorDomain.NWFILTER, Access.WRITE),
    CONNECT_LIST_ALL_NWFILTER_BINDINGS(
            401, "virConnectListAllNWFilterBindings", ErrorDomain.NWFILTER, Access.READ),
    DOMAIN_SET_IOTHREAD_PARAMS(402, "virDomainSetIOThreadParams", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_GET_STORAGE_POOL_CAPABILITIES(
            403, "virConnectGetStoragePoolCapabilities", ErrorDomain.STORAGE, Access.READ),
    NETWORK_LIST_ALL_PORTS(404, "virNetworkListAllPorts", ErrorDomain.NETWORK, Access.READ),
    NETWORK_PORT_LOOKUP_BY_UUID(
            405, "virNetworkPortLookupByUUID", ErrorDomain.NETWORK, Access.READ),
    NETWORK_PORT_CREATE_XML(406, "virNetworkPortCreateXML", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_PORT_GET_PARAMETERS(
            407, "virNetworkPortGetParameters", ErrorDomain.NETWORK, Access.READ),
    NETWORK_PORT_SET_PARAMETERS(
            408, "virNetworkPortSetParameters", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_PORT_GET_XML_DESC(409, "virNetworkPortGetXMLDesc", ErrorDomain.NETWORK, Access.READ),
    NETWORK_PORT_DELETE(410, "virNetworkPortDelete", ErrorDomain.NETWORK, Access.WRITE),
    DOMAIN_CHECKPOINT_CREATE_XML(
            411, "virDomainCheckpointCreateXML", ErrorDomain.CHECKPOINT, Access.WRITE),
    DOMAIN_CHECKPOINT_GET_XML_DESC(
            412, "virDomainCheckpointGetXMLDesc", ErrorDomain.CHECKPOINT, Access.WRITE_WITH_FLAGS),
    DOMAIN_LIST_ALL_CHECKPOINTS(
            413, "virDomainListAllCheckpoints", ErrorDomain.CHECKPOINT, Access.READ),
    DOMAIN_CHECKPOINT_LIST_ALL_CHILDREN(
            414, "virDomainCheckpointListAllChildren", ErrorDomain.CHECKPOINT, Access.READ),
    DOMAIN_CHECKPOINT_LOOKUP_BY_NAME(
            415, "virDomainCheckpointLookupByName", ErrorDomain.CHECKPOINT, Access.READ),
    DOMAIN_CHECKPOINT_GET_PARENT(
            416, "virDomainCheckpointGetParent", ErrorDomain.CHECKPOINT, Access.READ),
    DOMAIN_CHECKPOINT_DELETE(
            417, "virDomainCheckpointDelete", ErrorDomain.CHECKPOINT, Access.WRITE),
    DOMAIN_GET_GUEST_INFO(418, "virDomainGetGuestInfo", ErrorDomain.DOMAIN, Access.WRITE),
    CONNECT_SET_IDENTITY(419, "virConnectSetIdentity", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_AGENT_SET_RESPONSE_TIMEOUT(
            420, "virDomainAgentSetResponseTimeout", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BACKUP_BEGIN(421, "virDomainBackupBegin", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_BACKUP_GET_XML_DESC(422, "virDomainBackupGetXMLDesc", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_AUTHORIZED_SSH_KEYS_GET(
            424, "virDomainAuthorizedSSHKeysGet", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_AUTHORIZED_SSH_KEYS_SET(
            425, "virDomainAuthorizedSSHKeysSet", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_GET_MESSAGES(426, "virDomainGetMessages", ErrorDomain.DOMAIN, Access.READ),
    DOMAIN_START_DIRTY_RATE_CALC(
            427, "virDomainStartDirtyRateCalc", ErrorDomain.DOMAIN, Access.WRITE),
    NODE_DEVICE_DEFINE_XML(428, "virNodeDeviceDefineXML", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_UNDEFINE(429, "virNodeDeviceUndefine", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_CREATE(430, "virNodeDeviceCreate", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NWFILTER_DEFINE_XML_FLAGS(431, "virNWFilterDefineXMLFlags", ErrorDomain.NWFILTER, Access.WRITE),
    NETWORK_DEFINE_XML_FLAGS(432, "virNetworkDefineXMLFlags", ErrorDomain.NETWORK, Access.WRITE),
    NODE_DEVICE_GET_AUTOSTART(
            433, "virNodeDeviceGetAutostart", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_SET_AUTOSTART(
            434, "virNodeDeviceSetAutostart", ErrorDomain.NODE_DEVICE, Access.WRITE),
    NODE_DEVICE_IS_PERSISTENT(
            435, "virNodeDeviceIsPersistent", ErrorDomain.NODE_DEVICE, Access.READ),
    NODE_DEVICE_IS_ACTIVE(436, "virNodeDeviceIsActive", ErrorDomain.NODE_DEVICE, Access.READ),
    NETWORK_CREATE_XML_FLAGS(437, "virNetworkCreateXMLFlags", ErrorDomain.NETWORK, Access.WRITE),
    DOMAIN_SET_LAUNCH_SECURITY_STATE(
            439, "virDomainSetLaunchSecurityState", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_SAVE_PARAMS(440, "virDomainSaveParams", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_RESTORE_PARAMS(441, "virDomainRestoreParams", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_ABORT_JOB_FLAGS(442, "virDomainAbortJobFlags", ErrorDomain.DOMAIN, Access.WRITE),
    DOMAIN_FD_ASSOCIATE(443, "virDomainFDAssociate", ErrorDomain.DOMAIN, Access.WRITE),
    NETWORK_SET_METADATA(444, "virNetworkSetMetadata", ErrorDomain.NETWORK, Access.WRITE),
    NETWORK_GET_METADATA(445, "virNetworkGetMetadata", ErrorDomain.NETWORK, Access.READ),
    NODE_DEVICE_UPDATE(447, "virNodeDeviceUpdate", ErrorDomain.NODE_DEVICE, Access.WRITE),
    DOMAIN_GRAPHICS_RELOAD(448, "virDomainGraphicsReload", ErrorDomain.DOMAIN, Access.WRITE);

    /// The highest number there is.
    public static final int LAST = 448;

    private static final Procedure[] BY_NUMBER = byNumber();
    private static final boolean[] EVENTS = events();

    private final int number;
    private final String apiName;
    private final ErrorDomain domain;
    private final Access access;

    Procedure(int number, String apiName, ErrorDomain domain, Access access) {
        this.number = number;
        this.apiName = Objects.requireNonNull(apiName, "apiName");
        this.domain = Objects.requireNonNull(domain, "domain");
        this.access = Objects.requireNonNull(access, "access");
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The function of libvirt's API, as errors name it.
    public String apiName() {
        return apiName;
    }

    /// Where the refusal of a call comes from.
    public ErrorDomain domain() {
        return domain;
    }

    /// Which connections may call it.
    public Access access() {
        return access;
    }

    /// The procedure with that number; empty for numbers of events and those out of range.
    public static Optional<Procedure> find(int number) {
        return number < 1 || number > LAST
                ? Optional.empty()
                : Optional.ofNullable(BY_NUMBER[number]);
    }

    /// Whether the number is that of an event, which a server sends and nobody calls.
    public static boolean isEvent(int number) {
        return number >= 1 && number <= LAST && EVENTS[number];
    }

    private static Procedure[] byNumber() {
        Procedure[] table = new Procedure[LAST + 1];
        for (Procedure procedure : values()) {
            table[procedure.number] = procedure;
        }
        return table;
    }

    /// Every number that no procedure has.
    private static boolean[] events() {
        boolean[] table = new boolean[LAST + 1];
        for (int number = 1; number <= LAST; number++) {
            table[number] = BY_NUMBER[number] == null;
        }
        return table;
    }

    /// Which connections may call a procedure.
    public enum Access {
        /// Every connection.
        READ,
        /// Read-write connections only.
        WRITE,
        /// Every connection, but some flags of the call are for read-write connections only.
        WRITE_WITH_FLAGS
    }
}
