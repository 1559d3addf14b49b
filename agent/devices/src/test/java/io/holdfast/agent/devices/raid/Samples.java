package io.holdfast.agent.devices.raid;

/** Answers of RAID programs in the shape of real ones, written by hand. */
public final class Samples {

    private Samples() {}

    /** {@code /call show all J}: a RAID 5 of three, one missing, and a mirror in the making. */
    public static final String CONTROLLER =
            """
            {"Controllers": [{"Command Status": {"Controller": 0, "Status": "Success"},
             "Response Data": {
              "Basics": {"Controller": 0, "Model": "PERC H730 Mini", "Serial Number": "9AB01"},
              "Version": {"Firmware Version": "4.300", "Driver Name": "megaraid_sas"},
              "Status": {"Controller Status": "Needs Attention",
                         "Memory Uncorrectable Errors": 0},
              "HwCfg": {"ROC temperature(Degree Celsius)": 61},
              "TOPOLOGY": [
               {"DG": 0, "Arr": "-", "Row": "-", "EID:Slot": "-", "Type": "RAID5", "State": "Dgrd"},
               {"DG": 0, "Arr": 0, "Row": 0, "EID:Slot": "32:0", "Type": "DRIVE", "State": "Onln"},
               {"DG": 0, "Arr": 0, "Row": 1, "EID:Slot": "32:1", "Type": "DRIVE", "State": "Onln"},
               {"DG": 0, "Arr": 0, "Row": 2, "EID:Slot": "-", "Type": "DRIVE", "State": "Msng"},
               {"DG": 1, "Arr": 0, "Row": 0, "EID:Slot": "32:3", "Type": "DRIVE", "State": "Onln"},
               {"DG": 1, "Arr": 0, "Row": 1, "EID:Slot": "32:4", "Type": "DRIVE", "State": "Rbld"}
              ],
              "VD LIST": [
               {"DG/VD": "0/0", "TYPE": "RAID5", "State": "Dgrd", "Name": "data"},
               {"DG/VD": "1/1", "TYPE": "RAID1", "State": "Dgrd", "Name": "boot"}],
              "Cachevault_Info": [{"Model": "CVPM05", "State": "Failed", "Temp": "30C"}]
             }}]}
            """;

    /** {@code /call/vall show all J}. */
    public static final String VOLUMES =
            """
            {"Controllers": [{"Command Status": {"Controller": 0, "Status": "Success"},
             "Response Data": {
              "/c0/v0": [{"DG/VD": "0/0", "TYPE": "RAID5", "State": "Dgrd", "Name": "data"}],
              "VD0 Properties": {"OS Drive Name": "/dev/sda"},
              "/c0/v1": [{"DG/VD": "1/1", "TYPE": "RAID1", "State": "Dgrd", "Name": "boot"}],
              "VD1 Properties": {"OS Drive Name": "/dev/sdb"}}}]}
            """;

    /** {@code /call/eall/sall show all J}. */
    public static final String DRIVES =
            """
            {"Controllers": [{"Command Status": {"Controller": 0, "Status": "Success"},
             "Response Data": {
              "Drive /c0/e32/s0": [{"EID:Slt": "32:0", "DID": 0, "State": "Onln", "Med": "SSD"}],
              "Drive /c0/e32/s0 - Detailed Information": {
               "Drive /c0/e32/s0 State": {"Media Error Count": 4, "Predictive Failure Count": 0,
                "Drive Temperature": " 28C (82.40 F)", "S.M.A.R.T alert flagged by drive": "No"},
               "Drive /c0/e32/s0 Device attributes": {"SN": "  S0  ", "Model Number": "M"}},
              "Drive /c0/e32/s1": [{"EID:Slt": "32:1", "DID": 1, "State": "Onln"}],
              "Drive /c0/e32/s3": [{"EID:Slt": "32:3", "DID": 3, "State": "Onln"}],
              "Drive /c0/e32/s4": [{"EID:Slt": "32:4", "DID": 4, "State": "Rbld"}],
              "Drive /c0/e32/s5": [{"EID:Slt": "32:5", "DID": 5, "State": "UBad"}],
              "Drive /c0/e32/s6": [{"EID:Slt": "32:6", "DID": 6, "State": "GHS"}]}}]}
            """;

    /** {@code ssacli ctrl all show config detail}. */
    public static final String SSACLI =
            """

            Smart Array P440ar in Slot 0 (Embedded)
               Bus Interface: PCI
               Slot: 0
               Serial Number: PDNLH0BRH7V7GC
               Controller Status: OK
               Firmware Version: 4.02
               Cache Status: Temporarily Disabled
               Battery/Capacitor Status: Failed (Replace Batteries)
               Controller Temperature (C): 54

               Array: A
                  Interface Type: SAS
                  Status: OK

                  Logical Drive: 1
                     Size: 279.4 GB
                     Fault Tolerance: 1
                     Status: Interim Recovery Mode
                     Disk Name: /dev/sda
                     Mirror Group 1:
                        physicaldrive 1I:1:1 (port 1I:box 1:bay 1, SAS HDD, 300 GB, OK)

                  physicaldrive 1I:1:1
                     Status: OK
                     Drive Type: Data Drive
                     Interface Type: SAS
                     Serial Number: W5J0A1
                     Model: HP EG0300FBVFL
                     Current Temperature (C): 31

                  physicaldrive 1I:1:2
                     Status: Failed
                     Drive Type: Data Drive
                     Serial Number: W5J0A2

                  physicaldrive 1I:1:9
                     Status: OK
                     Drive Type: Spare Drive

               Unassigned

                  physicaldrive 2I:1:5
                     Status: Predictive Failure
                     Drive Type: Unassigned Drive
            """;
}
